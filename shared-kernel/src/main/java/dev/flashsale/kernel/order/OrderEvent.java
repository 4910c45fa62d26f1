package dev.flashsale.kernel.order;

import java.time.Instant;

/** Everything that can happen to an order. */
public sealed interface OrderEvent
        permits OrderPlaced, OrderPaid, OrderExpired, OrderCancelled, PaymentNotApplied, PaymentRefunded {
    /** The order, whose id is that of its purchase. */
    String orderId();

    /** The instant that the deciding command carried. */
    Instant at();
}
