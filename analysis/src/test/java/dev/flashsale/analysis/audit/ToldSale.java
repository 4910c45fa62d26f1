package dev.flashsale.analysis.audit;

import dev.flashsale.kernel.order.OrderCancelled;
import dev.flashsale.kernel.order.OrderExpired;
import dev.flashsale.kernel.order.OrderLine;
import dev.flashsale.kernel.order.OrderPaid;
import dev.flashsale.kernel.order.OrderPlaced;
import dev.flashsale.kernel.order.PaymentNotApplied;
import dev.flashsale.kernel.order.PaymentRefunded;
import dev.flashsale.kernel.order.UnappliedReason;
import dev.flashsale.kernel.stock.ReleaseReason;
import dev.flashsale.kernel.stock.StockReserved;
import java.time.Instant;
import java.util.List;

/** Writes the events of a sale that goes as its test says, with the units right unless the test spoils them. */
public final class ToldSale extends ToldStock {
    public void order(String purchaseId) {
        StockReserved lead = heldBy(purchaseId).getFirst();
        List<OrderLine> lines = heldBy(purchaseId).stream()
                .map(e -> new OrderLine(e.itemId(), e.stockId(), e.units()))
                .toList();
        tell(new OrderPlaced(
                purchaseId,
                SALE,
                lead.userId(),
                lead.offerId(),
                lead.quantity(),
                lines,
                lead.amountMinor(),
                CURRENCY,
                lead.payBy(),
                now));
    }

    public void pay(String purchaseId) {
        tell(new OrderPaid(purchaseId, "pay-" + purchaseId, amountOf(purchaseId), CURRENCY, now));
    }

    public void expire(String purchaseId, boolean placed) {
        Instant payBy = heldBy(purchaseId).getFirst().payBy();
        now = now.isBefore(payBy) ? payBy : now;
        tell(new OrderExpired(purchaseId, placed, now));
    }

    void cancel(String purchaseId) {
        tell(new OrderCancelled(purchaseId, now));
    }

    public void payInVain(String purchaseId, UnappliedReason reason) {
        tell(new PaymentNotApplied(purchaseId, "late-" + purchaseId, amountOf(purchaseId), CURRENCY, reason, now));
    }

    public void refund(String purchaseId) {
        tell(new PaymentRefunded(
                purchaseId, "late-" + purchaseId, "refund-" + purchaseId, amountOf(purchaseId), CURRENCY, now));
    }

    /** From reservation to sold. */
    public void buy(String purchaseId, String userId, String offerId, String itemId, int bucket) {
        reserve(purchaseId, userId, offerId, 1, itemId, bucket);
        order(purchaseId);
        pay(purchaseId);
        confirm(purchaseId);
    }

    /** From reservation to an order that waits. */
    void leaveUnpaid() {
        reserve("p1", "ann", "pen", 1, "pen", 0);
        order("p1");
    }

    /** From order to the units back on sale. */
    public void letExpire(String purchaseId) {
        expire(purchaseId, true);
        release(purchaseId, ReleaseReason.EXPIRED);
    }

    private long amountOf(String purchaseId) {
        return heldBy(purchaseId).getFirst().amountMinor();
    }
}
