package dev.flashsale.process.payment;

import com.github.f4b6a3.uuid.UuidCreator;
import org.springframework.stereotype.Component;

/** Stands in for a payment provider: every shopper's card is good, and what it promised it tells by signed callback. */
@Component
class SimulatedProvider implements PaymentGateway {
    private final ProviderLedger ledger;

    SimulatedProvider(ProviderLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public String charge(String orderId, long amountMinor, String currency) {
        return ledger.book(newId("pay"), orderId, amountMinor, currency);
    }

    @Override
    public String refund(String paymentId, long amountMinor, String currency) {
        String refundId = newId("ref");
        // money that was never in these books, a provider's error for example, is still recorded as returned
        return ledger.refund(paymentId, refundId).orElse(refundId);
    }

    private static String newId(String kind) {
        return kind + "_" + UuidCreator.getTimeOrderedEpochFast();
    }
}
