package dev.flashsale.analysis.audit;

import dev.flashsale.analysis.ledger.Ledger;
import dev.flashsale.analysis.ledger.Purchase;
import dev.flashsale.analysis.ledger.StoredEvent;
import dev.flashsale.kernel.attempt.Attempt;
import dev.flashsale.kernel.order.OrderEvent;
import dev.flashsale.kernel.order.OrderPlaced;
import dev.flashsale.kernel.sale.FlashSaleEvent;
import dev.flashsale.kernel.stock.Refusal;
import dev.flashsale.kernel.stock.StockEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Checks a history event by event: give it every event in global order, and ask for the report whenever it is wanted.
 * Nothing is decided by the clock, so the same events give the same report. Not thread-safe.
 */
public final class Audit {
    private final AuditOptions options;
    private final Ledger ledger = new Ledger();
    private final Findings findings = new Findings();
    private final Settled settled = new Settled();
    private final Rules rules;
    private final FreeUnits freeUnits = new FreeUnits();
    private final List<Comparison> comparisons = new ArrayList<>();
    private final Map<String, String> notLookedAt = new TreeMap<>();
    private @Nullable EdgeRefusals edge;
    private long events;
    private long lastIndex = -1;
    private Instant lastTimestamp = Instant.EPOCH;

    public Audit(AuditOptions options) {
        this.options = options;
        this.rules = new Rules(options.staleness());
    }

    /** Takes the next event. */
    public void accept(StoredEvent event) {
        findings.about(saleOf(event));
        rules.before(ledger, event, findings);
        ledger.evolve(event);
        rules.after(ledger, event, findings);
        if (options.keepFreeUnits()) {
            freeUnits.after(ledger, event);
        }
        events++;
        lastIndex = event.globalIndex();
        lastTimestamp = event.timestamp();
    }

    private @Nullable String saleOf(StoredEvent event) {
        return switch (event.payload()) {
            case FlashSaleEvent e -> e.saleId();
            case StockEvent e -> e.saleId();
            case OrderPlaced e -> e.saleId();
            case OrderEvent e -> {
                Purchase purchase = ledger.purchase(e.orderId());
                yield purchase == null ? null : purchase.saleId();
            }
            default -> null;
        };
    }

    /** Judges everything so far, as of the last event unless the options name another instant. */
    public AuditReport report() {
        return report(options.asOf() == null ? lastTimestamp : options.asOf(), null);
    }

    /**
     * Judges everything so far.
     *
     * @param asOf the instant up to which reservations must have expired, the grace apart
     * @param saleId only this sale; absent: all
     */
    public AuditReport report(Instant asOf, @Nullable String saleId) {
        Findings all = findings.copy();
        rules.atEnd(ledger, new End(options.quiescent(), lastIndex, asOf.minus(options.grace())), all);
        Map<String, PurchaseCounts> purchases = settled.counts(ledger);
        List<SaleReport> sales = ledger.sales().stream()
                .filter(sale -> saleId == null || sale.saleId().equals(saleId))
                .map(sale -> SaleReport.of(
                        sale,
                        purchases.getOrDefault(sale.saleId(), PurchaseCounts.none()),
                        rules.oversold(),
                        rules.soldOut()))
                .toList();
        return new AuditReport(
                options.quiescent(),
                events,
                lastIndex,
                sales,
                saleId == null ? all.list() : all.list(saleId),
                rules.soldOut().seenLate(),
                edge,
                rules.unknownTypes(),
                comparisons,
                notLookedAt);
    }

    /**
     * Lets go of what ended before the last call of this, so that an audit of a store that grows for ever needs memory for
     * what is open only. A second decision of a purchase that was let go is not noticed.
     */
    public void forgetSettled() {
        settled.leave(ledger);
        rules.forget();
    }

    /** What the events so far say happened. */
    public Ledger ledger() {
        return ledger;
    }

    /** How many events were taken. */
    public long events() {
        return events;
    }

    /** Position of the last event taken; -1 before the first. */
    public long lastIndex() {
        return lastIndex;
    }

    /** When the last event taken was stored. */
    public Instant lastTimestamp() {
        return lastTimestamp;
    }

    /** Checks what clients say; after the last event. Needs {@link AuditOptions#keepFreeUnits}. */
    public void clients(ClientLog log) {
        findings.about(null);
        log.check(ledger, toldSoldOut(), lastIndex, findings);
    }

    /** Checks one attempt that the edge refused; after the last event. */
    public void refusedAtTheEdge(Attempt attempt) {
        if (attempt.reason().equals(Refusal.SOLD_OUT.name()) && attempt.offerId() != null) {
            toldSoldOut()
                    .check(
                            attempt.purchaseId() == null ? String.valueOf(attempt.userId()) : attempt.purchaseId(),
                            attempt.saleId(),
                            attempt.offerId(),
                            Math.max(1, attempt.quantity()),
                            attempt.at(),
                            attempt.at());
        }
    }

    private ToldSoldOut toldSoldOut() {
        return new ToldSoldOut(ledger, freeUnits, options.staleness(), lastIndex, findings);
    }

    /** Says how much is known of what the edge refused. */
    public void edge(EdgeRefusals refusals) {
        edge = refusals;
    }

    /** Checks the read side's rows of all orders; after the last event. */
    public void rows(Collection<OrderRow> rows) {
        findings.about(null);
        RowsAgree.check(rows, ledger, new End(options.quiescent(), lastIndex, lastTimestamp), findings);
    }

    /** Checks the books of the payment provider; after the last event. */
    public void payments(Collection<Booking> rows) {
        findings.about(null);
        BooksAgree.check(rows, ledger, new End(options.quiescent(), lastIndex, lastTimestamp), findings);
    }

    /**
     * Checks the stored processes of purchases; after the last event.
     *
     * @param takenUpTo position up to which they have taken every event
     */
    public void processes(LiveProcesses live, long takenUpTo) {
        End end = new End(options.quiescent(), lastIndex, lastTimestamp.minus(options.grace()));
        long notTaken =
                new ProcessesFollow(live, ledger, end, lastTimestamp, options.grace(), findings).check(takenUpTo);
        if (notTaken > 0) {
            notLookedAt(
                    Invariant.PROCESSES_FOLLOW,
                    notTaken + " purchases, of whose events the processes have not taken the newest");
        }
    }

    /** Notes that something was not checked, or not all of it, and why. */
    public void notLookedAt(Invariant invariant, String why) {
        notLookedAt.put(invariant.code(), why);
    }

    /** Notes what was compared. */
    public void compared(Comparison comparison) {
        comparisons.add(comparison);
    }

    /** Records one check that needs more than events. */
    public void check(Invariant invariant, boolean holds, long index, String subject, Supplier<String> detail) {
        findings.about(null);
        findings.check(invariant, holds, index, subject, detail);
    }
}
