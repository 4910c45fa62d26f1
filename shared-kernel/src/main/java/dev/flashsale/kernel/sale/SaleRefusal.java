package dev.flashsale.kernel.sale;

/** Why a merchant's request about a sale was refused. */
public enum SaleRefusal {
    /** No sale with this id was scheduled. */
    UNKNOWN_SALE,
    /** A sale with this id exists already, with other contents. */
    ALREADY_SCHEDULED,
    /** The window is empty, reversed, in the past, or years ahead. */
    INVALID_WINDOW,
    /** Items, bundles, prices, limits or units contradict each other; see the detail. */
    INVALID_OFFER,
    /** The sale has ended or was cancelled. */
    ENDED,
    /** The sale has no such item. */
    UNKNOWN_ITEM,
    /** The units to add are not a positive number, or would exceed the largest stock. */
    INVALID_UNITS,
    /** What is demanded of shoppers is out of range or contradicts itself; see the detail. */
    INVALID_ADMISSION
}
