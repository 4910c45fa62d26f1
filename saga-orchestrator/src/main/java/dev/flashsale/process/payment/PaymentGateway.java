package dev.flashsale.process.payment;

/** The port to whoever moves the money. */
public interface PaymentGateway {
    /**
     * Starts collecting the price of an order. Asking again for the same order gives the same payment. Whether the money
     * arrived is told by a signed callback, not by this answer.
     *
     * @param amountMinor in minor units of the currency
     * @return the provider's id of the payment
     */
    String charge(String orderId, long amountMinor, String currency);

    /**
     * Gives the money of a payment back. A payment is refunded once, however often this is called.
     *
     * @return the provider's id of the refund
     */
    String refund(String paymentId, long amountMinor, String currency);
}
