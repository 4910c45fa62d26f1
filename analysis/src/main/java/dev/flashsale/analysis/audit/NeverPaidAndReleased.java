package dev.flashsale.analysis.audit;

import dev.flashsale.analysis.ledger.Ledger;
import dev.flashsale.analysis.ledger.Purchase;
import dev.flashsale.analysis.ledger.Reservation;
import dev.flashsale.analysis.ledger.StoredEvent;
import dev.flashsale.kernel.order.OrderPaid;
import dev.flashsale.kernel.order.OrderState;
import dev.flashsale.kernel.stock.StockReleased;

/** I-22. */
final class NeverPaidAndReleased implements Rule {
    @Override
    public void before(Ledger ledger, StoredEvent event, Findings findings) {
        if (event.payload() instanceof StockReleased e) {
            Purchase purchase = ledger.purchase(e.purchaseId());
            findings.check(
                    Invariant.NEVER_PAID_AND_RELEASED,
                    purchase == null || purchase.orderState() != OrderState.PAID,
                    event.globalIndex(),
                    e.purchaseId(),
                    () -> "units given back although the order was paid");
        } else if (event.payload() instanceof OrderPaid e) {
            Purchase purchase = ledger.purchase(e.orderId());
            findings.check(
                    Invariant.NEVER_PAID_AND_RELEASED,
                    purchase == null
                            || purchase.reservations().stream().noneMatch(r -> r.state() == Reservation.State.RELEASED),
                    event.globalIndex(),
                    e.orderId(),
                    () -> "paid although units had been given back");
        }
    }
}
