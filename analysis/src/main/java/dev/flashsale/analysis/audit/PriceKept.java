package dev.flashsale.analysis.audit;

import dev.flashsale.analysis.ledger.Bucket;
import dev.flashsale.analysis.ledger.Ledger;
import dev.flashsale.analysis.ledger.Purchase;
import dev.flashsale.analysis.ledger.StoredEvent;
import dev.flashsale.kernel.order.OrderPlaced;
import dev.flashsale.kernel.stock.Offer;
import dev.flashsale.kernel.stock.StockReserved;
import org.jspecify.annotations.Nullable;

/** I-8, the price: what the bucket was filled with decides it, from the reservation to the order. */
final class PriceKept implements Rule {
    @Override
    public void before(Ledger ledger, StoredEvent event, Findings findings) {
        if (event.payload() instanceof StockReserved e) {
            findings.check(
                    Invariant.PAID_AS_AGREED,
                    isAsOffered(ledger.bucket(e.stockId()), e),
                    event.globalIndex(),
                    e.purchaseId(),
                    () -> "reserved " + e.units() + " units for " + e.amountMinor() + " " + e.currency()
                            + ", which is not the offer");
        } else if (event.payload() instanceof OrderPlaced e) {
            findings.check(
                    Invariant.PAID_AS_AGREED,
                    isAsReserved(ledger.purchase(e.orderId()), e),
                    event.globalIndex(),
                    e.orderId(),
                    () -> "ordered for " + e.amountMinor() + " " + e.currency() + ", which is not what was reserved");
        }
    }

    private static boolean isAsOffered(@Nullable Bucket bucket, StockReserved e) {
        Offer offer = bucket == null ? null : bucket.offer(e.offerId());
        return bucket != null
                && bucket.allocation() != null
                && offer != null
                && e.quantity() > 0
                && e.amountMinor() == offer.priceMinor() * e.quantity()
                && e.units() == offer.unitsOf(e.itemId()) * e.quantity()
                && e.components().equals(offer.components())
                && e.currency().equals(bucket.allocation().currency());
    }

    private static boolean isAsReserved(@Nullable Purchase purchase, OrderPlaced e) {
        if (purchase == null || purchase.reservations().isEmpty()) {
            return false;
        }
        StockReserved reserved = purchase.reservations().getFirst().made();
        return reserved.amountMinor() == e.amountMinor()
                && reserved.currency().equals(e.currency())
                && reserved.quantity() == e.quantity()
                && reserved.offerId().equals(e.offerId())
                && reserved.userId().equals(e.userId())
                && reserved.saleId().equals(e.saleId());
    }
}
