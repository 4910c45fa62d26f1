package dev.flashsale.query.storefront.browser;

import static org.assertj.core.api.Assertions.assertThat;

/** One whole purchase in the browser, from the account to the list of orders, against any running shop. */
public final class PurchaseWalk {
    private final Browser browser;
    private final Shopper shopper;

    /** A walk through the shop at this address, such as {@code http://127.0.0.1:8080}. */
    public PurchaseWalk(Browser browser, String shop) {
        this.browser = browser;
        this.shopper = new Shopper(browser, shop);
    }

    /**
     * Registers, finds the sale, waits for its opening, buys one of the offer, sees the result, pays, and finds the order.
     * Keeps pictures whose names begin with the given word, and fails when the page reports an error.
     *
     * @return the id of the paid order
     */
    public String run(String username, String saleId, String offerId, String pictures) {
        shopper.visit();
        browser.screenshot(pictures + "-1-sales");
        shopper.register(username, "correct horse battery");
        shopper.chooseSale(saleId);
        browser.see("#buy-" + offerId);
        browser.screenshot(pictures + "-2-sale");
        shopper.buy(offerId);
        shopper.seePurchase("AWAITING_PAYMENT");
        browser.screenshot(pictures + "-3-awaiting-payment");
        String orderId = shopper.purchaseId();
        shopper.pay();
        shopper.seePurchase("PAID");
        browser.screenshot(pictures + "-4-paid");
        shopper.seeOrder(orderId, "PAID");
        browser.screenshot(pictures + "-5-orders");
        assertThat(browser.errors()).isEmpty();
        return orderId;
    }
}
