package dev.flashsale.kernel.order;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** The order was paid in time: final. */
@Revision("1")
public record OrderPaid(String orderId, String paymentId, long amountMinor, String currency, Instant at)
        implements OrderEvent {}
