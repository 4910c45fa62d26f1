package dev.flashsale.analysis.audit;

import dev.flashsale.analysis.ledger.Ledger;
import dev.flashsale.analysis.ledger.Purchase;
import dev.flashsale.analysis.ledger.Reservation;
import dev.flashsale.analysis.ledger.StoredEvent;
import dev.flashsale.kernel.order.OrderState;
import dev.flashsale.kernel.stock.ReservationConfirmed;
import dev.flashsale.kernel.stock.StockReleased;
import org.jspecify.annotations.Nullable;

/** I-7, the stock's side: a reservation is settled once, and for the reason that its purchase ended. */
final class ReservationEndsOnce implements Rule {
    @Override
    public void before(Ledger ledger, StoredEvent event, Findings findings) {
        if (event.payload() instanceof ReservationConfirmed e) {
            expectOpen(ledger.purchase(e.purchaseId()), e.purchaseId(), e.stockId(), event, findings);
        } else if (event.payload() instanceof StockReleased e) {
            Purchase purchase = ledger.purchase(e.purchaseId());
            expectOpen(purchase, e.purchaseId(), e.stockId(), event, findings);
            findings.check(
                    Invariant.ONE_OUTCOME,
                    purchase != null && isReason(purchase, e),
                    event.globalIndex(),
                    e.purchaseId(),
                    () -> "given back as " + e.reason() + ", which it was not");
        }
    }

    private static void expectOpen(
            @Nullable Purchase purchase, String purchaseId, String stockId, StoredEvent event, Findings findings) {
        Reservation reservation = purchase == null ? null : purchase.reservationIn(stockId);
        findings.check(
                Invariant.ONE_OUTCOME,
                reservation != null && reservation.isOpen(),
                event.globalIndex(),
                purchaseId,
                () -> event.payload().getClass().getSimpleName() + " in " + stockId + " although the reservation was "
                        + (reservation == null ? "never made" : reservation.state()));
    }

    private static boolean isReason(Purchase purchase, StockReleased released) {
        return switch (released.reason()) {
            case EXPIRED -> purchase.orderState() == OrderState.EXPIRED;
            case CANCELLED -> purchase.orderState() == OrderState.CANCELLED;
            case BUNDLE_INCOMPLETE -> !purchase.refusals().isEmpty();
        };
    }
}
