package dev.flashsale.analysis.audit;

import dev.flashsale.analysis.ledger.Ledger;
import dev.flashsale.analysis.ledger.Purchase;
import dev.flashsale.analysis.ledger.StoredEvent;
import dev.flashsale.kernel.order.OrderCancelled;
import dev.flashsale.kernel.order.OrderExpired;
import dev.flashsale.kernel.order.OrderPaid;
import dev.flashsale.kernel.order.OrderPlaced;
import dev.flashsale.kernel.order.OrderState;
import dev.flashsale.kernel.stock.PurchaseRefused;
import org.jspecify.annotations.Nullable;

/** I-7, the purchase's side: an end is final, and at quiescence every purchase has one. */
final class OneOutcome implements Rule {
    @Override
    public void before(Ledger ledger, StoredEvent event, Findings findings) {
        switch (event.payload()) {
            case OrderPlaced e -> {
                Purchase purchase = ledger.purchase(e.orderId());
                boolean open = purchase == null || purchase.refusals().isEmpty();
                expect(open && state(purchase) == OrderState.UNKNOWN, e.orderId(), event, purchase, findings);
            }
            case OrderPaid e -> expectWaiting(ledger.purchase(e.orderId()), e.orderId(), event, findings);
            case OrderCancelled e -> expectWaiting(ledger.purchase(e.orderId()), e.orderId(), event, findings);
            case OrderExpired e -> {
                Purchase purchase = ledger.purchase(e.orderId());
                OrderState needed = e.placed() ? OrderState.AWAITING_PAYMENT : OrderState.UNKNOWN;
                expect(state(purchase) == needed, e.orderId(), event, purchase, findings);
            }
            case PurchaseRefused e -> {
                Purchase purchase = ledger.purchase(e.purchaseId());
                boolean noOrder = purchase == null
                        || purchase.order() == null
                        || purchase.order().placed() == null;
                expect(noOrder, e.purchaseId(), event, purchase, findings);
            }
            default -> {}
        }
    }

    private static void expectWaiting(
            @Nullable Purchase purchase, String purchaseId, StoredEvent event, Findings findings) {
        expect(state(purchase) == OrderState.AWAITING_PAYMENT, purchaseId, event, purchase, findings);
    }

    private static void expect(
            boolean holds, String purchaseId, StoredEvent event, @Nullable Purchase purchase, Findings findings) {
        findings.check(
                Invariant.ONE_OUTCOME,
                holds,
                event.globalIndex(),
                purchaseId,
                () -> event.payload().getClass().getSimpleName() + " although the order was " + state(purchase)
                        + (purchase == null || purchase.refusals().isEmpty() ? "" : " and the purchase refused"));
    }

    private static OrderState state(@Nullable Purchase purchase) {
        return purchase == null ? OrderState.UNKNOWN : purchase.orderState();
    }

    @Override
    public void atEnd(Ledger ledger, End end, Findings findings) {
        if (end.quiescent()) {
            for (Purchase purchase : ledger.purchases()) {
                findings.about(purchase.saleId());
                findings.check(
                        Invariant.ONE_OUTCOME,
                        purchase.outcome() != Purchase.Outcome.OPEN && !purchase.hasOpenReservation(),
                        end.lastIndex(),
                        purchase.purchaseId(),
                        () -> "has not ended: order " + purchase.orderState()
                                + (purchase.hasOpenReservation() ? ", units still held" : ""));
            }
        }
    }
}
