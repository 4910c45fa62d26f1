package dev.flashsale.analysis.audit;

import dev.flashsale.analysis.ledger.Ledger;
import dev.flashsale.analysis.ledger.OrderLedger;
import dev.flashsale.analysis.ledger.Purchase;
import dev.flashsale.analysis.ledger.Reservation;
import dev.flashsale.analysis.ledger.StoredEvent;
import dev.flashsale.kernel.order.OrderExpired;
import dev.flashsale.kernel.order.OrderPlaced;
import dev.flashsale.kernel.stock.ReleaseReason;
import dev.flashsale.kernel.stock.StockReleased;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** I-21. A shopper has the whole payment window, and nobody's units are held for ever. */
final class ReleasedInTime implements Rule {
    @Override
    public void before(Ledger ledger, StoredEvent event, Findings findings) {
        if (event.payload() instanceof StockReleased e && e.reason() == ReleaseReason.EXPIRED) {
            Instant payBy = promised(ledger.purchase(e.purchaseId()));
            findings.check(
                    Invariant.RELEASED_IN_TIME,
                    payBy == null || !e.at().isBefore(payBy),
                    event.globalIndex(),
                    e.purchaseId(),
                    () -> "given back at " + e.at() + ", before the end of its payment window");
        } else if (event.payload() instanceof OrderExpired e) {
            OrderPlaced placed = placed(ledger.purchase(e.orderId()));
            findings.check(
                    Invariant.RELEASED_IN_TIME,
                    placed == null || !e.at().isBefore(placed.payBy()),
                    event.globalIndex(),
                    e.orderId(),
                    () -> "expired at " + e.at() + ", before the end of its payment window");
        }
    }

    /** A bundle's items are reserved one after the other, but its shopper is promised one instant. */
    private static @Nullable Instant promised(@Nullable Purchase purchase) {
        OrderPlaced placed = placed(purchase);
        if (placed != null) {
            return placed.payBy();
        }
        return purchase == null || purchase.reservations().isEmpty()
                ? null
                : purchase.reservations().getFirst().made().payBy();
    }

    private static @Nullable OrderPlaced placed(@Nullable Purchase purchase) {
        OrderLedger order = purchase == null ? null : purchase.order();
        return order == null ? null : order.placed();
    }

    @Override
    public void atEnd(Ledger ledger, End end, Findings findings) {
        for (Purchase purchase : ledger.purchases()) {
            findings.about(purchase.saleId());
            for (Reservation reservation : purchase.reservations()) {
                findings.check(
                        Invariant.RELEASED_IN_TIME,
                        !reservation.isOpen() || !reservation.made().payBy().isBefore(end.overdueBefore()),
                        end.lastIndex(),
                        purchase.purchaseId(),
                        () -> "still held although its payment window ended at "
                                + reservation.made().payBy());
            }
        }
    }
}
