package dev.flashsale.whatif;

import dev.flashsale.kernel.attempt.GateReason;
import dev.flashsale.kernel.stock.PurchaseRefused;
import dev.flashsale.kernel.stock.PurchaseRequest;
import dev.flashsale.kernel.stock.StockEvent;
import dev.flashsale.kernel.stock.StockId;
import dev.flashsale.kernel.stock.StockReserved;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One recorded request to a stock and how it was decided.
 *
 * @param index global index of the deciding event; negative, and only a number, for one that was refused at the edge and left
 *     no event
 * @param refusal absent when it was reserved
 * @param leads true for a shopper's own request; false when the purchase process asked for a further item of a bundle
 */
record Attempt(
        long index,
        Instant at,
        StockId stockId,
        String purchaseId,
        String userId,
        String offerId,
        int quantity,
        @Nullable String refusal,
        boolean leads) {

    static Optional<Attempt> of(long index, StockEvent event, boolean leads) {
        return switch (event) {
            case StockReserved e ->
                Optional.of(new Attempt(
                        index,
                        e.at(),
                        StockId.parse(e.stockId()),
                        e.purchaseId(),
                        e.userId(),
                        e.offerId(),
                        e.quantity(),
                        null,
                        leads));
            case PurchaseRefused e ->
                Optional.of(new Attempt(
                        index,
                        e.at(),
                        StockId.parse(e.stockId()),
                        e.purchaseId(),
                        e.userId(),
                        e.offerId(),
                        e.quantity(),
                        e.reason().name(),
                        leads));
            default -> Optional.empty();
        };
    }

    boolean atTheEdge() {
        return index < 0;
    }

    /** Whether the sale's admission turned it away. */
    boolean atTheGate() {
        return GateReason.isOne(refusal);
    }

    boolean reserved() {
        return refusal == null;
    }

    /** RESERVED, or the refusal's name. */
    String decision() {
        return refusal == null ? Verdict.RESERVED : refusal;
    }

    PurchaseRequest request(boolean siblingsExhausted) {
        return new PurchaseRequest(purchaseId, userId, offerId, quantity, siblingsExhausted);
    }
}
