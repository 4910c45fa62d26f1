package dev.flashsale.kernel.stock;

/** Why a purchase was refused. */
public enum Refusal {
    /** No bucket of the item holds enough units right now. */
    SOLD_OUT,
    /** The shopper would hold more pieces of the offer than the limit allows. */
    LIMIT_EXCEEDED,
    /** The sale has not opened yet. */
    NOT_OPEN,
    /** The sale has ended. */
    ENDED,
    /** The sale was cancelled. */
    CANCELLED,
    /** The sale does not offer this. */
    UNKNOWN_OFFER,
    /** The quantity is less than 1. */
    INVALID_QUANTITY
}
