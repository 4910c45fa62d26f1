package dev.flashsale.analysis.audit;

import dev.flashsale.analysis.ledger.Ledger;
import dev.flashsale.analysis.ledger.StoredEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** All rules about events, asked one after the other. */
final class Rules {
    private final NeverOversold oversold = new NeverOversold();
    private final SoldOutIsTrue soldOut;
    private final EveryEventLoads loads = new EveryEventLoads();
    private final List<Rule> all;

    Rules(Duration staleness) {
        this.soldOut = new SoldOutIsTrue(staleness);
        this.all = List.of(
                new UnitsConserved(),
                new ReservedAddsUp(),
                oversold,
                soldOut,
                new LimitKept(),
                new DecidedOnce(),
                new OneOutcome(),
                new ReservationEndsOnce(),
                new PriceKept(),
                new PaidOnce(),
                new UnappliedMoneyReturned(),
                new OrderIsReserved(),
                new ActorIsOwner(),
                new HistoryDense(),
                new ReleasedInTime(),
                new NeverPaidAndReleased(),
                new MoneyAddsUp(),
                loads,
                new TransfersZeroSum(),
                new BucketsAddUp(),
                new ShadowsApart(),
                new InsideTheWindow(),
                new StatedUnitsTrue());
    }

    void before(Ledger ledger, StoredEvent event, Findings findings) {
        for (Rule rule : all) {
            rule.before(ledger, event, findings);
        }
    }

    void after(Ledger ledger, StoredEvent event, Findings findings) {
        for (Rule rule : all) {
            rule.after(ledger, event, findings);
        }
    }

    void atEnd(Ledger ledger, End end, Findings findings) {
        findings.about(null);
        for (Rule rule : all) {
            rule.atEnd(ledger, end, findings);
        }
    }

    void forget() {
        all.forEach(Rule::forget);
    }

    NeverOversold oversold() {
        return oversold;
    }

    SoldOutIsTrue soldOut() {
        return soldOut;
    }

    Map<String, Long> unknownTypes() {
        return loads.unknown();
    }
}
