package dev.flashsale.analysis.audit;

import dev.flashsale.analysis.ledger.Ledger;
import dev.flashsale.analysis.ledger.Purchase;
import dev.flashsale.kernel.stock.StockReserved;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** I-11, what clients were told is stored; and I-12, what is stored some client asked for. */
record AnswersAreStored(Ledger ledger, long lastIndex, Findings findings) {
    void accepted(String purchaseId) {
        Purchase purchase = ledger.purchase(purchaseId);
        findings.check(
                Invariant.ACKNOWLEDGED_IS_STORED,
                purchase != null && !purchase.reservations().isEmpty(),
                lastIndex,
                purchaseId,
                () -> "a client was told it is accepted, the store holds no reservation");
    }

    void check(ClientRequest request) {
        Purchase purchase = ledger.purchase(request.purchaseId());
        findings.about(request.saleId());
        if (request.outcome() == ClientRequest.Outcome.ACCEPTED) {
            accepted(request.purchaseId());
        }
        if (purchase != null && !purchase.reservations().isEmpty()) {
            StockReserved made = purchase.reservations().getFirst().made();
            findings.check(
                    Invariant.NO_PHANTOM,
                    made.userId().equals(request.userId())
                            && made.saleId().equals(request.saleId())
                            && (request.outcome() != ClientRequest.Outcome.ACCEPTED || isSame(made, request)),
                    purchase.reservations().getFirst().globalIndex(),
                    request.purchaseId(),
                    () -> "reserved for " + made.userId() + ": " + made.quantity() + " of " + made.offerId()
                            + ", which is not what the client asked for");
        }
    }

    private static boolean isSame(StockReserved made, ClientRequest request) {
        return made.offerId().equals(request.offerId()) && made.quantity() == request.quantity();
    }

    /** Every purchase of the sale was asked for by somebody. */
    void nothingElse(String saleId, Collection<ClientRequest> requests) {
        Set<String> asked = new HashSet<>();
        requests.forEach(request -> asked.add(request.purchaseId()));
        findings.about(saleId);
        for (Purchase purchase : ledger.purchases()) {
            if (saleId.equals(purchase.saleId()) && purchase.userId() != null) {
                findings.check(
                        Invariant.NO_PHANTOM,
                        asked.contains(purchase.purchaseId()),
                        firstIndex(purchase),
                        purchase.purchaseId(),
                        () -> "the store decided a purchase that no client asked for");
            }
        }
    }

    private long firstIndex(@Nullable Purchase purchase) {
        return purchase == null || purchase.reservations().isEmpty()
                ? lastIndex
                : purchase.reservations().getFirst().globalIndex();
    }
}
