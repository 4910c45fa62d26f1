package dev.flashsale.command.purchase;

import dev.flashsale.kernel.stock.Refusal;
import dev.flashsale.kernel.stock.StockId;
import org.jspecify.annotations.Nullable;

/** What the intake tells whoever asked, after the decision is durable. */
sealed interface Answer {
    /** The purchase that this is about. */
    String purchaseId();

    /**
     * Units are held.
     *
     * @param stockId the bucket that decided
     * @param sequenceNumber position of the deciding event in that bucket's history
     * @param globalIndex its position in the whole event store; absent where the store does not tell
     */
    record Accepted(
            String purchaseId,
            StockId stockId,
            long sequenceNumber,
            @Nullable Long globalIndex) implements Answer {}

    /** A typed no, recorded in the event store. */
    record Refused(String purchaseId, Refusal reason) implements Answer {}

    /** A certain no, given at the edge: no stock was asked and nothing recorded, so it is no outcome of the key. */
    record RefusedAtTheEdge(String purchaseId, Refusal reason) implements Answer {}

    /** The key was used before for something else; nothing was recorded. */
    record KeyReused(String purchaseId) implements Answer {}

    /** Nothing was decided and nothing recorded; asking again with the same key is safe. */
    record Busy(String purchaseId) implements Answer {}
}
