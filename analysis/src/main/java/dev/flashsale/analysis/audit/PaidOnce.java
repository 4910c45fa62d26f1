package dev.flashsale.analysis.audit;

import dev.flashsale.analysis.ledger.Ledger;
import dev.flashsale.analysis.ledger.OrderLedger;
import dev.flashsale.analysis.ledger.Purchase;
import dev.flashsale.analysis.ledger.Reservation;
import dev.flashsale.analysis.ledger.StoredEvent;
import dev.flashsale.kernel.order.OrderPaid;
import dev.flashsale.kernel.order.OrderPlaced;
import dev.flashsale.kernel.order.OrderState;
import dev.flashsale.kernel.order.PaymentNotApplied;
import dev.flashsale.kernel.stock.ReservationConfirmed;
import org.jspecify.annotations.Nullable;

/** I-8, the payment: one placed order, one payment of its amount, and units that become the shopper's. */
final class PaidOnce implements Rule {
    private final Recent<String> applied = new Recent<>();

    @Override
    public void before(Ledger ledger, StoredEvent event, Findings findings) {
        switch (event.payload()) {
            case OrderPaid e ->
                expect(
                        isExact(ledger.purchase(e.orderId()), e) && applied.add(e.paymentId()),
                        e.orderId(),
                        "payment " + e.paymentId() + " is not the one payment of its amount",
                        event,
                        findings);
            case PaymentNotApplied e ->
                expect(
                        !applied.contains(e.paymentId()),
                        e.orderId(),
                        "payment " + e.paymentId() + " was applied before",
                        event,
                        findings);
            case ReservationConfirmed e -> {
                Purchase purchase = ledger.purchase(e.purchaseId());
                boolean paid = purchase != null && purchase.orderState() == OrderState.PAID;
                expect(paid, e.purchaseId(), "units sold without a paid order", event, findings);
            }
            default -> {}
        }
    }

    private static boolean isExact(@Nullable Purchase purchase, OrderPaid paid) {
        OrderLedger order = purchase == null ? null : purchase.order();
        OrderPlaced placed = order == null ? null : order.placed();
        return placed != null
                && placed.amountMinor() == paid.amountMinor()
                && placed.currency().equals(paid.currency());
    }

    private static void expect(boolean holds, String id, String detail, StoredEvent event, Findings findings) {
        findings.check(Invariant.PAID_AS_AGREED, holds, event.globalIndex(), id, () -> detail);
    }

    @Override
    public void forget() {
        applied.forget();
    }

    @Override
    public void atEnd(Ledger ledger, End end, Findings findings) {
        if (end.quiescent()) {
            for (Purchase purchase : ledger.purchases()) {
                findings.about(purchase.saleId());
                if (purchase.orderState() == OrderState.PAID) {
                    findings.check(
                            Invariant.PAID_AS_AGREED,
                            isDelivered(purchase),
                            end.lastIndex(),
                            purchase.purchaseId(),
                            () -> "paid, but not all of its units were sold to it");
                }
            }
        }
    }

    private static boolean isDelivered(Purchase purchase) {
        return !purchase.reservations().isEmpty()
                && purchase.reservations().stream().allMatch(r -> r.state() == Reservation.State.CONFIRMED);
    }
}
