package dev.flashsale.query.storefront.browser;

import java.util.Objects;

/** What a shopper does in the shop at a base address, step by step; each step waits until the page shows its effect. */
public final class Shopper {
    private final Browser browser;
    private final String shop;

    /** A shopper who uses this browser, at a shop such as {@code http://127.0.0.1:8080}. */
    public Shopper(Browser browser, String shop) {
        this.browser = browser;
        this.shop = shop;
    }

    /** Opens the list of sales. */
    public void visit() {
        browser.open(shop + "/");
        browser.see("#sales");
    }

    /** Makes an account and is signed in. */
    public void register(String username, String password) {
        account("register", username, password);
    }

    /** Signs in. */
    public void signIn(String username, String password) {
        account("login", username, password);
    }

    private void account(String page, String username, String password) {
        browser.open(shop + "/#/" + page);
        browser.type("#account-form [name=username]", username);
        browser.type("#account-form [name=password]", password);
        browser.click("#account-form button");
        browser.see("#sales");
        browser.see("#sign-out");
    }

    /** Chooses a sale in the list. */
    public void chooseSale(String saleId) {
        browser.click("nav a[href='#/']");
        browser.click("[data-sale='" + saleId + "'] a");
        browser.see("#sale-status");
    }

    /** Waits until an offer is in this state: UPCOMING, OPEN, LOW_STOCK, SOLD_OUT, ENDED or CANCELLED. */
    public void seeOffer(String offerId, String status) {
        browser.see("[data-offer='" + offerId + "'][data-status='" + status + "']");
    }

    /** Waits until an offer can be bought, then presses the button. */
    public void buy(String offerId) {
        browser.click("#buy-" + offerId);
    }

    /** Answers the question that is asked at the gate. */
    public void answer(String text) {
        browser.type("#gate [name=answer]", text);
        browser.click("#gate [type=submit]");
    }

    /** Waits until the purchase is in this state: RESERVED, AWAITING_PAYMENT, PAID, EXPIRED, CANCELLED or REFUSED. */
    public void seePurchase(String status) {
        browser.see("#purchase[data-status='" + status + "']");
    }

    /** The id of the purchase shown. */
    public String purchaseId() {
        return Objects.requireNonNull(browser.see("#purchase").getAttribute("data-purchase"));
    }

    /** How the last result arrived: "stream" for server-sent events, "poll" for the fallback. */
    public String transport() {
        return Objects.requireNonNull(browser.see("#purchase").getAttribute("data-transport"));
    }

    /** Pays the purchase shown. */
    public void pay() {
        browser.click("#pay");
    }

    /** Opens the list of orders and waits until this one is in the state. */
    public void seeOrder(String orderId, String status) {
        browser.click("nav a[href='#/orders']");
        browser.see("[data-order='" + orderId + "'] [data-status='" + status + "']");
    }
}
