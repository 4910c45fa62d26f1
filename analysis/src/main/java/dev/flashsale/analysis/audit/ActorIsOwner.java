package dev.flashsale.analysis.audit;

import dev.flashsale.analysis.ledger.Ledger;
import dev.flashsale.analysis.ledger.Purchase;
import dev.flashsale.analysis.ledger.StoredEvent;
import dev.flashsale.kernel.order.OrderCancelled;
import dev.flashsale.kernel.order.OrderExpired;
import dev.flashsale.kernel.order.OrderPaid;
import dev.flashsale.kernel.order.OrderPlaced;
import dev.flashsale.kernel.stock.ReservationConfirmed;
import dev.flashsale.kernel.stock.StockReleased;
import org.jspecify.annotations.Nullable;

/** I-12. Whatever follows a purchase follows a decision of the stock about it, and is about the same shopper. */
final class ActorIsOwner implements Rule {
    @Override
    public void before(Ledger ledger, StoredEvent event, Findings findings) {
        switch (event.payload()) {
            case ReservationConfirmed e ->
                owner(ledger.purchase(e.purchaseId()), e.purchaseId(), e.userId(), event, findings);
            case StockReleased e -> owner(ledger.purchase(e.purchaseId()), e.purchaseId(), e.userId(), event, findings);
            case OrderPlaced e -> owner(ledger.purchase(e.orderId()), e.orderId(), e.userId(), event, findings);
            case OrderPaid e -> cause(ledger.purchase(e.orderId()), e.orderId(), event, findings);
            case OrderExpired e -> cause(ledger.purchase(e.orderId()), e.orderId(), event, findings);
            case OrderCancelled e -> cause(ledger.purchase(e.orderId()), e.orderId(), event, findings);
            default -> {}
        }
    }

    private static void owner(
            @Nullable Purchase purchase, String id, String userId, StoredEvent event, Findings findings) {
        findings.check(
                Invariant.NO_PHANTOM,
                purchase != null && userId.equals(purchase.userId()),
                event.globalIndex(),
                id,
                () -> event.payload().getClass().getSimpleName() + " for user " + userId + ", the purchase is "
                        + (purchase == null || purchase.userId() == null ? "nobody's" : purchase.userId() + "'s"));
    }

    private static void cause(@Nullable Purchase purchase, String id, StoredEvent event, Findings findings) {
        findings.check(
                Invariant.NO_PHANTOM,
                purchase != null && purchase.userId() != null,
                event.globalIndex(),
                id,
                () -> event.payload().getClass().getSimpleName() + " of a purchase that no stock decided");
    }
}
