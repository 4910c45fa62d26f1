package dev.flashsale.kernel.order;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Money arrived for an order. The order decides whether it is applied; money that is not applied is refunded.
 *
 * @param paymentId the provider's id; the same payment is applied once
 */
public record PayOrder(
        @TargetAggregateIdentifier String orderId, String paymentId, long amountMinor, String currency, Instant at) {}
