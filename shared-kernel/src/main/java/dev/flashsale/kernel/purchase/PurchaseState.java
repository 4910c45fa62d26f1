package dev.flashsale.kernel.purchase;

/** Where a purchase stands, as its shopper sees it; PAID, EXPIRED, CANCELLED and REFUSED are final. */
public enum PurchaseState {
    /** Units are held; the order is being made. */
    RESERVED,
    /** The order waits for its payment. */
    AWAITING_PAYMENT,
    /** Paid. */
    PAID,
    /** Not paid in time; the units went back on sale. */
    EXPIRED,
    /** Given back by the shopper. */
    CANCELLED,
    /** Refused; see the reason. */
    REFUSED
}
