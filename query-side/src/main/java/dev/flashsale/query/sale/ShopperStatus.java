package dev.flashsale.query.sale;

/** How a sale, an item or a bundle looks to a shopper. */
public enum ShopperStatus {
    /** Announced, not yet open. */
    UPCOMING,
    /** Can be bought. */
    OPEN,
    /** Can be bought; a tenth of the units is left, or less. */
    LOW_STOCK,
    /** Nothing is left right now; units that are not paid come back. */
    SOLD_OUT,
    /** Its window has passed, or it was closed. */
    ENDED,
    /** Called off. */
    CANCELLED;

    private static final int LOW_STOCK_DIVISOR = 10;

    /** The status of something that is on sale, by what is left of it. */
    static ShopperStatus ofUnits(long remainingUnits, long totalUnits) {
        if (remainingUnits <= 0) {
            return SOLD_OUT;
        }
        return remainingUnits <= Math.max(1, totalUnits / LOW_STOCK_DIVISOR) ? LOW_STOCK : OPEN;
    }
}
