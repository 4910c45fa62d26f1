package dev.flashsale.command.purchase;

import dev.flashsale.kernel.stock.PurchaseRequest;
import java.util.concurrent.CompletableFuture;

/**
 * A request that waits for its decision.
 *
 * @param buckets in how many buckets the item's stock is split
 * @param keyNeedsClaim true where the sale sells several offers, so that one key could name two of them
 * @param units units of the item that it takes; 0 where only the stock's own, recorded decision will do
 */
record Waiting(
        PurchaseRequest request, int buckets, boolean keyNeedsClaim, long units, CompletableFuture<Answer> answer) {
    /** A request that a stock must decide, whatever the edge knows. */
    Waiting(PurchaseRequest request, int buckets, boolean keyNeedsClaim, CompletableFuture<Answer> answer) {
        this(request, buckets, keyNeedsClaim, 0, answer);
    }

    String purchaseId() {
        return request.purchaseId();
    }

    boolean edgeMayRefuse() {
        return units > 0;
    }

    /** Nothing was decided and nothing recorded. */
    void turnAway() {
        boolean unused = answer.complete(new Answer.Busy(purchaseId()));
    }

    PurchaseRequest asking(boolean siblingsExhausted) {
        return new PurchaseRequest(
                request.purchaseId(), request.userId(), request.offerId(), request.quantity(), siblingsExhausted);
    }
}
