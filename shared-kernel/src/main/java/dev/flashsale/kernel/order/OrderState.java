package dev.flashsale.kernel.order;

/** Where an order stands; the last three are final. */
public enum OrderState {
    /** No order with this id, or not this user's. */
    UNKNOWN,
    /** Placed, and neither paid nor given up. */
    AWAITING_PAYMENT,
    /** Paid in time. */
    PAID,
    /** Not paid in time. */
    EXPIRED,
    /** Given back by the shopper. */
    CANCELLED
}
