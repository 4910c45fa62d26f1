package dev.flashsale.kernel.order;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * The order was paid in time: final.
 *
 * @param paymentId the provider's id of the payment
 * @param amountMinor money in minor units of the currency
 * @param currency ISO 4217 code of every amount
 */
@Revision("1")
public record OrderPaid(String orderId, String paymentId, long amountMinor, String currency, Instant at)
        implements OrderEvent {}
