package dev.flashsale.analysis.audit;

import dev.flashsale.analysis.ledger.Purchase;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The purchases of one sale by how they ended.
 *
 * @param open not ended yet
 * @param refusedFor the refused ones by reason
 */
public record PurchaseCounts(
        long paid, long expired, long cancelled, long refused, long open, Map<String, Long> refusedFor) {
    private static final PurchaseCounts NONE = of(List.of());

    /** By sale. */
    static Map<String, PurchaseCounts> bySale(Iterable<Purchase> all) {
        Map<String, List<Purchase>> bySale = new HashMap<>();
        for (Purchase purchase : all) {
            String saleId = purchase.saleId();
            if (saleId != null) {
                bySale.computeIfAbsent(saleId, id -> new ArrayList<>()).add(purchase);
            }
        }
        Map<String, PurchaseCounts> counts = new HashMap<>();
        bySale.forEach((saleId, purchases) -> counts.put(saleId, of(purchases)));
        return counts;
    }

    static PurchaseCounts none() {
        return NONE;
    }

    private static PurchaseCounts of(List<Purchase> purchases) {
        Map<Purchase.Outcome, Long> outcomes = new EnumMap<>(Purchase.Outcome.class);
        Map<String, Long> reasons = new TreeMap<>();
        for (Purchase purchase : purchases) {
            outcomes.merge(purchase.outcome(), 1L, Long::sum);
            if (purchase.outcome() == Purchase.Outcome.REFUSED) {
                reasons.merge(purchase.refusals().getFirst().reason().name(), 1L, Long::sum);
            }
        }
        return new PurchaseCounts(
                outcomes.getOrDefault(Purchase.Outcome.PAID, 0L),
                outcomes.getOrDefault(Purchase.Outcome.EXPIRED, 0L),
                outcomes.getOrDefault(Purchase.Outcome.CANCELLED, 0L),
                outcomes.getOrDefault(Purchase.Outcome.REFUSED, 0L),
                outcomes.getOrDefault(Purchase.Outcome.OPEN, 0L),
                reasons);
    }

    /** Both together. */
    PurchaseCounts plus(PurchaseCounts other) {
        Map<String, Long> reasons = new TreeMap<>(refusedFor);
        other.refusedFor.forEach((reason, count) -> reasons.merge(reason, count, Long::sum));
        return new PurchaseCounts(
                paid + other.paid,
                expired + other.expired,
                cancelled + other.cancelled,
                refused + other.refused,
                open + other.open,
                reasons);
    }

    /** All of them. */
    public long total() {
        return paid + expired + cancelled + refused + open;
    }
}
