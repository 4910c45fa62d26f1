package dev.flashsale.kernel.order;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** Money arrived that the order does not take; it will be refunded. */
@Revision("1")
public record PaymentNotApplied(
        String orderId, String paymentId, long amountMinor, String currency, UnappliedReason reason, Instant at)
        implements OrderEvent {}
