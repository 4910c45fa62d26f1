package dev.flashsale.analysis.audit;

import dev.flashsale.analysis.ledger.Bucket;
import dev.flashsale.analysis.ledger.Ledger;
import dev.flashsale.analysis.ledger.StoredEvent;
import dev.flashsale.kernel.stock.Offer;
import dev.flashsale.kernel.stock.PurchaseRefused;
import dev.flashsale.kernel.stock.Refusal;
import dev.flashsale.kernel.stock.StockReserved;
import org.jspecify.annotations.Nullable;

/** I-5. Counted over all buckets, at the offer's first item. */
final class LimitKept implements Rule {
    @Override
    public void before(Ledger ledger, StoredEvent event, Findings findings) {
        if (event.payload() instanceof PurchaseRefused e && e.reason() == Refusal.LIMIT_EXCEEDED) {
            Offer offer = offer(ledger, e.stockId(), e.offerId());
            long wanted = (long) ledger.piecesHeld(e.saleId(), e.offerId(), e.userId()) + e.quantity();
            findings.check(
                    Invariant.LIMIT_KEPT,
                    offer != null && wanted > offer.limitPerUser(),
                    event.globalIndex(),
                    e.purchaseId(),
                    () -> "refused for the limit although " + wanted + " pieces were within it");
        }
    }

    @Override
    public void after(Ledger ledger, StoredEvent event, Findings findings) {
        if (event.payload() instanceof StockReserved e) {
            Offer offer = offer(ledger, e.stockId(), e.offerId());
            if (offer != null && offer.ledBy(e.itemId())) {
                int held = ledger.piecesHeld(e.saleId(), e.offerId(), e.userId());
                findings.check(
                        Invariant.LIMIT_KEPT,
                        held <= offer.limitPerUser(),
                        event.globalIndex(),
                        e.purchaseId(),
                        () -> "user " + e.userId() + " holds " + held + " of " + e.offerId() + ", limit "
                                + offer.limitPerUser());
            }
        }
    }

    private static @Nullable Offer offer(Ledger ledger, String stockId, String offerId) {
        Bucket bucket = ledger.bucket(stockId);
        return bucket == null ? null : bucket.offer(offerId);
    }
}
