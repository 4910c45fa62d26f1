package dev.flashsale.analysis.audit;

import dev.flashsale.analysis.ledger.Bucket;
import dev.flashsale.analysis.ledger.Ledger;
import dev.flashsale.analysis.ledger.StoredEvent;
import dev.flashsale.kernel.stock.StockEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** I-2. Reported where the difference appears or changes. */
final class ReservedAddsUp implements Rule {
    private final Map<Bucket, Long> differences = new HashMap<>();

    @Override
    public void after(Ledger ledger, StoredEvent event, Findings findings) {
        if (event.payload() instanceof StockEvent e) {
            Bucket bucket = Objects.requireNonNull(ledger.bucket(e.stockId()));
            long difference = bucket.reservedByEvents() - bucket.reserved();
            Long before = differences.put(bucket, difference);
            findings.check(
                    Invariant.RESERVED_ADDS_UP,
                    difference == 0 || (before != null && before == difference),
                    event.globalIndex(),
                    e.stockId(),
                    () -> "reserved - released - confirmed is " + bucket.reservedByEvents()
                            + ", open reservations hold " + bucket.reserved());
        }
    }
}
