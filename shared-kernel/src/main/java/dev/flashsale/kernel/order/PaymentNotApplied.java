package dev.flashsale.kernel.order;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * Money arrived that the order does not take; it will be refunded.
 *
 * @param paymentId the provider's id of the payment
 * @param amountMinor money in minor units of the currency
 * @param currency ISO 4217 code of every amount
 * @param reason TOO_LATE, ORDER_CANCELLED, ALREADY_PAID or WRONG_AMOUNT
 */
@Revision("1")
public record PaymentNotApplied(
        String orderId, String paymentId, long amountMinor, String currency, UnappliedReason reason, Instant at)
        implements OrderEvent {}
