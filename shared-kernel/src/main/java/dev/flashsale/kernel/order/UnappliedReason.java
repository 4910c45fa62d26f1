package dev.flashsale.kernel.order;

/** Why money was not applied to an order. */
public enum UnappliedReason {
    /** The order had expired. */
    TOO_LATE,
    /** The order had been cancelled. */
    ORDER_CANCELLED,
    /** Another payment had settled the order. */
    ALREADY_PAID,
    /** Amount or currency differ from the order's. */
    WRONG_AMOUNT
}
