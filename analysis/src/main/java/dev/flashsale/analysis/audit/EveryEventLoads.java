package dev.flashsale.analysis.audit;

import dev.flashsale.analysis.ledger.Ledger;
import dev.flashsale.analysis.ledger.StoredEvent;
import dev.flashsale.analysis.ledger.Unreadable;
import java.util.Map;
import java.util.TreeMap;

/** I-25. Events of others are counted and otherwise left alone. */
final class EveryEventLoads implements Rule {
    private final Map<String, Long> unknown = new TreeMap<>();

    @Override
    public void before(Ledger ledger, StoredEvent event, Findings findings) {
        Unreadable unreadable = event.payload() instanceof Unreadable u ? u : null;
        findings.check(
                Invariant.EVERY_EVENT_LOADS,
                unreadable == null || !unreadable.ours(),
                event.globalIndex(),
                event.aggregateId(),
                () -> unreadable == null ? "" : unreadable.type() + ": " + unreadable.why());
        if (unreadable != null && !unreadable.ours()) {
            unknown.merge(unreadable.type(), 1L, Long::sum);
        }
    }

    Map<String, Long> unknown() {
        return unknown;
    }
}
