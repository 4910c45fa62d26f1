package dev.flashsale.analysis.audit;

import dev.flashsale.analysis.ledger.Bucket;
import dev.flashsale.analysis.ledger.ItemLedger;
import dev.flashsale.analysis.ledger.Ledger;
import dev.flashsale.analysis.ledger.StoredEvent;
import dev.flashsale.kernel.stock.StockAllocated;
import dev.flashsale.kernel.stock.StockEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * I-1. The available units follow the events' figures, the reserved ones follow the reservations, those in transit follow
 * the transfers: an event that names other units than the thing it settles breaks the sum. A break is reported where it
 * appears or changes, not at every later event.
 */
final class UnitsConserved implements Rule {
    private final Map<ItemLedger, Long> imbalances = new HashMap<>();

    @Override
    public void before(Ledger ledger, StoredEvent event, Findings findings) {
        if (event.payload() instanceof StockAllocated e) {
            Bucket bucket = ledger.bucket(e.stockId());
            boolean first = bucket == null || bucket.allocation() == null;
            findings.check(
                    Invariant.UNITS_CONSERVED,
                    first,
                    event.globalIndex(),
                    e.stockId(),
                    () -> "the bucket is filled twice");
        }
    }

    @Override
    public void after(Ledger ledger, StoredEvent event, Findings findings) {
        if (event.payload() instanceof StockEvent e) {
            Bucket bucket = Objects.requireNonNull(ledger.bucket(e.stockId()));
            findings.check(
                    Invariant.UNITS_CONSERVED,
                    bucket.available() >= 0 && bucket.reserved() >= 0 && bucket.sold() >= 0,
                    event.globalIndex(),
                    e.stockId(),
                    () -> "below zero: available " + bucket.available() + ", reserved " + bucket.reserved());
            balance(bucket.item(), event, findings);
        }
    }

    private void balance(ItemLedger item, StoredEvent event, Findings findings) {
        long imbalance = item.free() + item.reserved() + item.sold() - item.stock();
        Long before = imbalances.put(item, imbalance);
        findings.check(
                Invariant.UNITS_CONSERVED,
                imbalance == 0 || (before != null && before == imbalance),
                event.globalIndex(),
                item.itemId(),
                () -> "available " + item.available() + " + in transit " + item.inTransit() + " + reserved "
                        + item.reserved() + " + sold " + item.sold() + " is not " + item.stock());
    }
}
