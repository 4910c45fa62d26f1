package dev.flashsale.analysis.audit;

import dev.flashsale.analysis.ledger.Ledger;
import dev.flashsale.analysis.ledger.Purchase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes purchases out of the ledger that had ended a while ago, and remembers how many ended how. An event that still comes
 * for one of them finds no purchase, which the rules flag, unless it is money that came late.
 */
final class Settled {
    private final Map<String, PurchaseCounts> gone = new HashMap<>();
    private Set<String> before = Set.of();

    /** Lets those go that had ended at the call before this one. */
    void leave(Ledger ledger) {
        List<Purchase> leaving = new ArrayList<>();
        Set<String> staying = new HashSet<>();
        for (Purchase purchase : ledger.purchases()) {
            if (!purchase.isSettled()) {
                continue;
            }
            if (before.contains(purchase.purchaseId())) {
                leaving.add(purchase);
            } else {
                staying.add(purchase.purchaseId());
            }
        }
        PurchaseCounts.bySale(leaving).forEach((sale, counts) -> gone.merge(sale, counts, PurchaseCounts::plus));
        Set<String> left = before;
        ledger.forget(purchase -> left.contains(purchase.purchaseId()) && purchase.isSettled());
        before = staying;
    }

    /** All purchases by sale, those that left and those that are in the ledger. */
    Map<String, PurchaseCounts> counts(Ledger ledger) {
        Map<String, PurchaseCounts> counts = new HashMap<>(gone);
        PurchaseCounts.bySale(ledger.purchases())
                .forEach((sale, more) -> counts.merge(sale, more, PurchaseCounts::plus));
        return counts;
    }
}
