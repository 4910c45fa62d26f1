package dev.flashsale.kernel.stock;

/** Why units went back on sale. */
public enum ReleaseReason {
    /** The payment window passed. */
    EXPIRED,
    /** The shopper cancelled the order. */
    CANCELLED,
    /** Another component of the bundle was refused. */
    BUNDLE_INCOMPLETE
}
