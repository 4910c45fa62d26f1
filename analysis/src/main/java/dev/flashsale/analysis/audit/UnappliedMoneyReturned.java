package dev.flashsale.analysis.audit;

import dev.flashsale.analysis.ledger.Ledger;
import dev.flashsale.analysis.ledger.OrderLedger;
import dev.flashsale.analysis.ledger.Purchase;
import dev.flashsale.analysis.ledger.StoredEvent;
import dev.flashsale.kernel.order.PaymentNotApplied;
import dev.flashsale.kernel.order.PaymentRefunded;
import org.jspecify.annotations.Nullable;

/** I-9. Each payment that was not applied is refunded once, in full; nothing else is. */
final class UnappliedMoneyReturned implements Rule {
    private final Recent<String> unapplied = new Recent<>();

    @Override
    public void before(Ledger ledger, StoredEvent event, Findings findings) {
        if (event.payload() instanceof PaymentNotApplied e) {
            findings.check(
                    Invariant.UNAPPLIED_MONEY_RETURNED,
                    unapplied.add(e.paymentId()),
                    event.globalIndex(),
                    e.orderId(),
                    () -> "payment " + e.paymentId() + " is owed twice");
        } else if (event.payload() instanceof PaymentRefunded e) {
            PaymentNotApplied owed = owed(ledger.purchase(e.orderId()), e.paymentId());
            findings.check(
                    Invariant.UNAPPLIED_MONEY_RETURNED,
                    owed != null
                            && owed.amountMinor() == e.amountMinor()
                            && owed.currency().equals(e.currency()),
                    event.globalIndex(),
                    e.orderId(),
                    () -> "refund of payment " + e.paymentId() + ", which was not owed in this amount");
        }
    }

    private static @Nullable PaymentNotApplied owed(@Nullable Purchase purchase, String paymentId) {
        OrderLedger order = purchase == null ? null : purchase.order();
        return order == null ? null : order.owed().get(paymentId);
    }

    @Override
    public void forget() {
        unapplied.forget();
    }

    @Override
    public void atEnd(Ledger ledger, End end, Findings findings) {
        if (end.quiescent()) {
            for (Purchase purchase : ledger.purchases()) {
                findings.about(purchase.saleId());
                OrderLedger order = purchase.order();
                findings.check(
                        Invariant.UNAPPLIED_MONEY_RETURNED,
                        order == null || order.owed().isEmpty(),
                        end.lastIndex(),
                        purchase.purchaseId(),
                        () -> "money not applied and not refunded");
            }
        }
    }
}
