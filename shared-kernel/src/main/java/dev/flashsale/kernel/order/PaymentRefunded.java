package dev.flashsale.kernel.order;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** Money that was not applied went back to the shopper. */
@Revision("1")
public record PaymentRefunded(
        String orderId, String paymentId, String refundId, long amountMinor, String currency, Instant at)
        implements OrderEvent {}
