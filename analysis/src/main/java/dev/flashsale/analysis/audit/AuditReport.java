package dev.flashsale.analysis.audit;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an audit found.
 *
 * @param quiescent whether everything had to have ended
 * @param events how many events were read
 * @param lastIndex position of the last one; -1 without events
 * @param findings one for each invariant that was checked
 * @param soldOutSeenLate refusals as sold out that were true when the buckets were looked at, but no longer when stored
 * @param edge how much is known of attempts that no stock decided; absent when the source keeps no log of them
 * @param unknownTypes events that are not of this product, by type
 * @param comparisons of projections with what the events make of them; empty unless they were rebuilt
 * @param notLookedAt what {@code verify} could not check here, by the invariant's code, and why
 */
public record AuditReport(
        boolean quiescent,
        long events,
        long lastIndex,
        List<SaleReport> sales,
        List<Finding> findings,
        long soldOutSeenLate,
        @Nullable EdgeRefusals edge,
        Map<String, Long> unknownTypes,
        List<Comparison> comparisons,
        Map<String, String> notLookedAt) {
    public AuditReport {
        comparisons = List.copyOf(comparisons);
        sales = List.copyOf(sales);
        findings = List.copyOf(findings);
        unknownTypes = Map.copyOf(unknownTypes);
        notLookedAt = Collections.unmodifiableMap(new TreeMap<>(notLookedAt));
    }

    /** Whether every invariant held at every event. */
    public boolean holds() {
        return violations() == 0;
    }

    /** How often an invariant did not hold. */
    public long violations() {
        return findings.stream().mapToLong(Finding::violations).sum();
    }

    /** The figures of one sale. */
    public Optional<SaleReport> sale(String saleId) {
        return sales.stream().filter(sale -> sale.saleId().equals(saleId)).findFirst();
    }

    /** The finding about one invariant; absent when nothing was there to check. */
    public Optional<Finding> finding(Invariant invariant) {
        return findings.stream()
                .filter(finding -> finding.code().equals(invariant.code()))
                .findFirst();
    }

    /** All sales of the store in one line. */
    public String verdict() {
        long held = sum(ItemReport::reserved);
        return "sold " + sum(ItemReport::sold) + (held == 0 ? "" : " and held " + held) + " of "
                + sum(item -> item.allocated() + item.added())
                + " · oversold " + sum(ItemReport::oversold)
                + " · undersold " + sum(ItemReport::undersold)
                + " · paid " + count(PurchaseCounts::paid)
                + " · expired and resold " + sum(ItemReport::expiredResold)
                + " · " + conclusion();
    }

    private String conclusion() {
        if (!holds()) {
            return violations() + " violations of "
                    + findings.stream()
                            .filter(finding -> finding.violations() > 0)
                            .map(Finding::code)
                            .collect(Collectors.joining(", "));
        }
        long open = count(PurchaseCounts::open);
        return open == 0
                ? "every purchase has one outcome"
                : open + " purchases not ended yet, the others have one outcome";
    }

    private long sum(ToLongFunction<ItemReport> figure) {
        return sales.stream().mapToLong(sale -> sale.sum(figure)).sum();
    }

    private long count(ToLongFunction<PurchaseCounts> figure) {
        return sales.stream().map(SaleReport::purchases).mapToLong(figure).sum();
    }
}
