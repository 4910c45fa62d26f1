package dev.flashsale.kernel.order;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * Money that was not applied went back to the shopper.
 *
 * @param paymentId the provider's id of the payment
 * @param refundId the provider's id of the refund
 * @param amountMinor money in minor units of the currency
 * @param currency ISO 4217 code of every amount
 */
@Revision("1")
public record PaymentRefunded(
        String orderId, String paymentId, String refundId, long amountMinor, String currency, Instant at)
        implements OrderEvent {}
