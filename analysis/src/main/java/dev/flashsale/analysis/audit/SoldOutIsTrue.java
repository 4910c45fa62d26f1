package dev.flashsale.analysis.audit;

import dev.flashsale.analysis.ledger.Bucket;
import dev.flashsale.analysis.ledger.ItemLedger;
import dev.flashsale.analysis.ledger.Ledger;
import dev.flashsale.analysis.ledger.SaleLedger;
import dev.flashsale.analysis.ledger.StoredEvent;
import dev.flashsale.kernel.stock.Offer;
import dev.flashsale.kernel.stock.PurchaseRefused;
import dev.flashsale.kernel.stock.Refusal;
import dev.flashsale.kernel.stock.StockEvent;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * I-4. A refusal as SOLD_OUT claims two things. The shopper's own bucket held too few units at that very event. And at some
 * moment within the staleness before it, all buckets of the item together, units in transit included, held too few: the
 * siblings are looked at before the refusal is stored, so units may have come back in between. With one bucket there is
 * nothing to look at, and no such allowance.
 *
 * <p>At quiescence, units may be left although somebody was refused only if they came back after the last such refusal, or
 * were too few for it.
 */
final class SoldOutIsTrue implements Rule {
    private record LastSoldOut(long leftRightly, long returnedBefore) {}

    private final Duration staleness;
    private final Map<ItemLedger, RecentLow> lows = new HashMap<>();
    private final Map<ItemLedger, LastSoldOut> last = new HashMap<>();
    private long seenLate;

    SoldOutIsTrue(Duration staleness) {
        this.staleness = staleness;
    }

    @Override
    public void before(Ledger ledger, StoredEvent event, Findings findings) {
        if (event.payload() instanceof PurchaseRefused refused && refused.reason() == Refusal.SOLD_OUT) {
            Bucket bucket = ledger.bucket(refused.stockId());
            Offer offer = bucket == null ? null : bucket.offer(refused.offerId());
            if (bucket != null && offer != null) {
                judge(bucket, (long) offer.unitsOf(refused.itemId()) * refused.quantity(), event, refused, findings);
            }
        }
    }

    private void judge(Bucket bucket, long asked, StoredEvent event, PurchaseRefused refused, Findings findings) {
        ItemLedger item = bucket.item();
        boolean oneBucket = item.buckets().size() == 1;
        RecentLow low = lows.get(item);
        long lowest = oneBucket || low == null
                ? item.free()
                : low.lowestSince(event.timestamp().minus(staleness));
        boolean justified = bucket.available() < asked && lowest < asked;
        if (justified && item.free() >= asked) {
            seenLate++;
        }
        findings.check(
                Invariant.NEVER_UNDERSOLD,
                justified,
                event.globalIndex(),
                refused.purchaseId(),
                () -> "refused " + asked + " as sold out while " + item.free() + " were free, " + bucket.available()
                        + " of them in its own bucket");
        last.put(item, new LastSoldOut(justified ? item.free() : 0, item.released() + item.added()));
    }

    @Override
    public void after(Ledger ledger, StoredEvent event, Findings findings) {
        if (event.payload() instanceof StockEvent e) {
            ItemLedger item = Objects.requireNonNull(ledger.bucket(e.stockId())).item();
            RecentLow low = lows.get(item);
            if (low == null) {
                lows.put(item, new RecentLow(item.free()));
            } else {
                low.becomes(item.free(), event.timestamp(), event.timestamp().minus(staleness));
            }
        }
    }

    @Override
    public void atEnd(Ledger ledger, End end, Findings findings) {
        if (end.quiescent()) {
            for (SaleLedger sale : ledger.sales()) {
                findings.about(sale.saleId());
                for (ItemLedger item : sale.items().values()) {
                    findings.check(
                            Invariant.NEVER_UNDERSOLD,
                            undersold(item) == 0,
                            end.lastIndex(),
                            item.itemId(),
                            () -> undersold(item) + " units left although somebody was refused them");
                }
            }
        }
    }

    /** Units left that somebody had been refused. */
    long undersold(ItemLedger item) {
        @Nullable LastSoldOut refusal = last.get(item);
        if (refusal == null) {
            return 0;
        }
        long cameBack = item.released() + item.added() - refusal.returnedBefore();
        return Math.max(0, item.free() - refusal.leftRightly() - cameBack);
    }

    /** Refusals that rest on the staleness: units had come back by the time that they were stored. */
    long seenLate() {
        return seenLate;
    }
}
