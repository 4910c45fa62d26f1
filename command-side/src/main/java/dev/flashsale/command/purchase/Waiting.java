package dev.flashsale.command.purchase;

import dev.flashsale.kernel.stock.PurchaseRequest;
import java.util.concurrent.CompletableFuture;

/**
 * A request that waits for its decision.
 *
 * @param buckets in how many buckets the item's stock is split
 * @param keyNeedsClaim true where the sale sells several offers, so that one key could name two of them
 */
record Waiting(PurchaseRequest request, int buckets, boolean keyNeedsClaim, CompletableFuture<Answer> answer) {
    String purchaseId() {
        return request.purchaseId();
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
