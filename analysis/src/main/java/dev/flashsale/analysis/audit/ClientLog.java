package dev.flashsale.analysis.audit;

import dev.flashsale.analysis.ledger.Ledger;
import dev.flashsale.analysis.ledger.Purchase;
import java.util.Collection;

/** I-11. What clients were told was accepted, against the events. */
final class ClientLog {
    private ClientLog() {}

    /**
     * Checks that each purchase was reserved.
     *
     * @param accepted the purchaseIds that clients got an acceptance for
     */
    static void check(Collection<String> accepted, Ledger ledger, long lastIndex, Findings findings) {
        for (String purchaseId : accepted) {
            Purchase purchase = ledger.purchase(purchaseId);
            findings.check(
                    Invariant.ACKNOWLEDGED_IS_STORED,
                    purchase != null && !purchase.reservations().isEmpty(),
                    lastIndex,
                    purchaseId,
                    () -> "a client was told it is accepted, the store holds no reservation");
        }
    }
}
