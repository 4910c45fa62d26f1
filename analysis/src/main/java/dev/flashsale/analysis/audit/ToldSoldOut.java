package dev.flashsale.analysis.audit;

import dev.flashsale.analysis.ledger.Bucket;
import dev.flashsale.analysis.ledger.ItemLedger;
import dev.flashsale.analysis.ledger.Ledger;
import dev.flashsale.analysis.ledger.Purchase;
import dev.flashsale.analysis.ledger.SaleLedger;
import dev.flashsale.kernel.stock.Offer;
import dev.flashsale.kernel.stock.PurchaseRefused;
import dev.flashsale.kernel.stock.Refusal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * I-4, for those whom the stock never saw: "sold out" is true when at some moment, from the staleness before the request
 * was sent until it was answered, one item of the offer had too few units free. What the stock itself refused is judged at
 * its event.
 */
record ToldSoldOut(Ledger ledger, FreeUnits freeUnits, Duration staleness, long lastIndex, Findings findings) {
    void check(ClientRequest request) {
        if (request.isSoldOut() && !isRefusedByStock(ledger.purchase(request.purchaseId()))) {
            check(
                    request.purchaseId(),
                    request.saleId(),
                    request.offerId(),
                    request.quantity(),
                    request.sentAt(),
                    request.answeredAt());
        }
    }

    private static boolean isRefusedByStock(@Nullable Purchase purchase) {
        if (purchase != null) {
            for (PurchaseRefused refused : purchase.refusals()) {
                if (refused.reason() == Refusal.SOLD_OUT) {
                    return true;
                }
            }
        }
        return false;
    }

    void check(String subject, String saleId, String offerId, int quantity, Instant from, Instant to) {
        findings.about(saleId);
        SaleLedger sale = ledger.sale(saleId);
        findings.check(
                Invariant.NEVER_UNDERSOLD,
                sale != null && isTrue(sale, offerId, quantity, from.minus(staleness), to),
                lastIndex,
                subject,
                () -> "told sold out between " + from + " and " + to + ", while " + quantity + " of " + offerId
                        + " were free all the time");
    }

    private boolean isTrue(SaleLedger sale, String offerId, int quantity, Instant from, Instant to) {
        boolean known = false;
        for (ItemLedger item : sale.items().values()) {
            Offer offer = offer(item, offerId);
            int units = offer == null ? 0 : offer.unitsOf(item.itemId());
            if (units > 0) {
                known = true;
                if (freeUnits.lowest(item, from, to) < (long) units * quantity) {
                    return true;
                }
            }
        }
        return !known;
    }

    private static @Nullable Offer offer(ItemLedger item, String offerId) {
        for (Bucket bucket : item.buckets()) {
            Offer offer = bucket.offer(offerId);
            if (offer != null) {
                return offer;
            }
        }
        return null;
    }
}
