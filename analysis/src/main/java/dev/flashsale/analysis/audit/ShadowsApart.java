package dev.flashsale.analysis.audit;

import dev.flashsale.analysis.ledger.Ledger;
import dev.flashsale.analysis.ledger.StoredEvent;

/** I-29. Aggregates of a warm-up are named so that they can be told. */
final class ShadowsApart implements Rule {
    private static final String SHADOW = "shadow-";

    @Override
    public void before(Ledger ledger, StoredEvent event, Findings findings) {
        findings.check(
                Invariant.SHADOWS_APART,
                !event.aggregateId().startsWith(SHADOW),
                event.globalIndex(),
                event.aggregateId(),
                () -> "an event of a warm-up in the store of real sales");
    }
}
