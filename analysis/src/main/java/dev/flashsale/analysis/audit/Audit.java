package dev.flashsale.analysis.audit;

import dev.flashsale.analysis.ledger.Ledger;
import dev.flashsale.analysis.ledger.StoredEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Checks a history event by event: give it every event in global order, then ask for the report. Nothing is decided by
 * the clock, so the same events give the same report. Not thread-safe.
 */
public final class Audit {
    private final AuditOptions options;
    private final Ledger ledger = new Ledger();
    private final Findings findings = new Findings();
    private final NeverOversold oversold = new NeverOversold();
    private final SoldOutIsTrue soldOut;
    private final EveryEventLoads loads = new EveryEventLoads();
    private final List<Rule> rules;
    private long events;
    private long lastIndex = -1;
    private Instant lastTimestamp = Instant.EPOCH;

    public Audit(AuditOptions options) {
        this.options = options;
        this.soldOut = new SoldOutIsTrue(options.staleness());
        this.rules = List.of(
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
                new HistoryDense(),
                new ReleasedInTime(),
                new NeverPaidAndReleased(),
                new MoneyAddsUp(),
                loads,
                new TransfersZeroSum(),
                new BucketsAddUp(),
                new InsideTheWindow(),
                new StatedUnitsTrue());
    }

    /** Takes the next event. */
    public void accept(StoredEvent event) {
        for (Rule rule : rules) {
            rule.before(ledger, event, findings);
        }
        ledger.evolve(event);
        for (Rule rule : rules) {
            rule.after(ledger, event, findings);
        }
        events++;
        lastIndex = event.globalIndex();
        lastTimestamp = event.timestamp();
    }

    /** Judges the whole; to be asked once, after the last event. */
    public AuditReport report() {
        for (Rule rule : rules) {
            rule.atEnd(ledger, end(), findings);
        }
        Map<String, PurchaseCounts> purchases = PurchaseCounts.of(ledger);
        List<SaleReport> sales = ledger.sales().stream()
                .map(sale -> SaleReport.of(
                        sale, purchases.getOrDefault(sale.saleId(), PurchaseCounts.none()), oversold, soldOut))
                .toList();
        return new AuditReport(
                options.quiescent(), events, lastIndex, sales, findings.list(), soldOut.seenLate(), loads.unknown());
    }

    private End end() {
        Instant asOf = options.asOf() == null ? lastTimestamp : options.asOf();
        return new End(options.quiescent(), lastIndex, asOf.minus(options.grace()));
    }

    /** What the events so far say happened. */
    public Ledger ledger() {
        return ledger;
    }

    /** Checks the purchases that clients were told are accepted; after the last event, before the report. */
    public void acknowledged(Collection<String> purchaseIds) {
        ClientLog.check(purchaseIds, ledger, lastIndex, findings);
    }

    /** Checks the read side's rows of all orders; after the last event, before the report. */
    public void rows(Collection<OrderRow> rows) {
        RowsAgree.check(rows, ledger, end(), findings);
    }
}
