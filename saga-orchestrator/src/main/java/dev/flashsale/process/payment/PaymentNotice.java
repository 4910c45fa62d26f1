package dev.flashsale.process.payment;

/**
 * What the provider tells by callback: this money arrived.
 *
 * @param amountMinor in minor units of the currency
 */
record PaymentNotice(String paymentId, String orderId, long amountMinor, String currency) {}
