package dev.flashsale.analysis.audit;

import dev.flashsale.analysis.ledger.ItemLedger;
import dev.flashsale.analysis.ledger.Ledger;
import dev.flashsale.analysis.ledger.StoredEvent;
import dev.flashsale.kernel.stock.StockEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** I-3. Reported each time that the excess grows. */
final class NeverOversold implements Rule {
    private final Map<ItemLedger, Long> worst = new HashMap<>();

    @Override
    public void after(Ledger ledger, StoredEvent event, Findings findings) {
        if (event.payload() instanceof StockEvent e) {
            ItemLedger item = Objects.requireNonNull(ledger.bucket(e.stockId())).item();
            long excess = item.reserved() + item.sold() - item.stock();
            findings.check(
                    Invariant.NEVER_OVERSOLD,
                    excess <= oversold(item),
                    event.globalIndex(),
                    item.itemId(),
                    () -> "reserved " + item.reserved() + " + sold " + item.sold() + " of " + item.stock());
            if (excess > oversold(item)) {
                worst.put(item, excess);
            }
        }
    }

    /** Most units of the item that were ever promised beyond its stock. */
    long oversold(ItemLedger item) {
        return worst.getOrDefault(item, 0L);
    }
}
