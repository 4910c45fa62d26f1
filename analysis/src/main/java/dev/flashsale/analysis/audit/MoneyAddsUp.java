package dev.flashsale.analysis.audit;

import dev.flashsale.analysis.ledger.Ledger;
import dev.flashsale.analysis.ledger.OrderLedger;
import dev.flashsale.analysis.ledger.Purchase;
import dev.flashsale.analysis.ledger.StoredEvent;
import dev.flashsale.kernel.order.OrderPaid;
import dev.flashsale.kernel.order.OrderPlaced;
import dev.flashsale.kernel.order.PaymentNotApplied;
import dev.flashsale.kernel.order.PaymentRefunded;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** I-23. Captured less refunded less what is still owed, against the amounts of the paid orders; in minor units. */
final class MoneyAddsUp implements Rule {
    private final Map<String, Long> differences = new HashMap<>();

    @Override
    public void before(Ledger ledger, StoredEvent event, Findings findings) {
        switch (event.payload()) {
            case OrderPaid e ->
                move(
                        e.currency(),
                        e.amountMinor() - dueFor(ledger.purchase(e.orderId())),
                        e.orderId(),
                        event,
                        findings);
            // captured and owed grow together
            case PaymentNotApplied e -> move(e.currency(), 0, e.orderId(), event, findings);
            case PaymentRefunded e ->
                move(
                        e.currency(),
                        owedFor(ledger.purchase(e.orderId()), e.paymentId()) - e.amountMinor(),
                        e.orderId(),
                        event,
                        findings);
            default -> {}
        }
    }

    private void move(String currency, long change, String orderId, StoredEvent event, Findings findings) {
        long difference = differences.merge(currency, change, Long::sum);
        findings.check(
                Invariant.MONEY_ADDS_UP,
                change == 0 || difference == 0,
                event.globalIndex(),
                orderId,
                () -> "captured - refunded - owed differs from the paid orders by " + difference + " " + currency);
    }

    private static long dueFor(@Nullable Purchase purchase) {
        OrderLedger order = purchase == null ? null : purchase.order();
        OrderPlaced placed = order == null ? null : order.placed();
        return order == null || placed == null || order.isFinal() ? 0 : placed.amountMinor();
    }

    private static long owedFor(@Nullable Purchase purchase, String paymentId) {
        OrderLedger order = purchase == null ? null : purchase.order();
        PaymentNotApplied owed = order == null ? null : order.owed().get(paymentId);
        return owed == null ? 0 : owed.amountMinor();
    }
}
