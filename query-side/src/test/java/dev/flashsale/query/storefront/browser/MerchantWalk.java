package dev.flashsale.query.storefront.browser;

/** What a merchant does on the merchant's page to say who may try, against any running shop. */
public final class MerchantWalk {
    private final Browser browser;
    private final String shop;

    /** A merchant who uses this browser, at a shop such as {@code http://127.0.0.1:8080}. */
    public MerchantWalk(Browser browser, String shop) {
        this.browser = browser;
        this.shop = shop;
    }

    /** Signs in and opens the gate of a sale. */
    public void openGate(String username, String password, String saleId) {
        browser.open(shop + "/merchant.html#/login");
        browser.type("#account-form [name=username]", username);
        browser.type("#account-form [name=password]", password);
        browser.click("#account-form button");
        browser.click("#merchant-sales a[href='#/sales/" + saleId + "']");
        browser.click("#gate-panel summary");
        browser.see("#save-admission:enabled");
    }

    /** Begins with a preset: Open, Usual or Strict. */
    public void preset(String name) {
        browser.click("[data-preset=" + name + "]");
    }

    /** Ticks a part of the admission, such as journey. */
    public void tick(String part) {
        browser.click("[name='part." + part + "']");
    }

    /** Asks a question before a ticket is given. */
    public void ask(String question, String answers) {
        browser.choose("[data-part=challenge] [name=kind]", "QUIZ");
        browser.type("[name=question]", question);
        browser.type("[name=answers]", answers);
    }

    /** Saves, and leaves the page as a closed tab would. */
    public void save() {
        browser.click("#save-admission");
        browser.seeText("#gate-messages", "Saved");
        browser.forget();
    }
}
