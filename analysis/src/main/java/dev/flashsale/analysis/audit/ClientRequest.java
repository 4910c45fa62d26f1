package dev.flashsale.analysis.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One purchase request, from its first sending to its last answer, by the client's clock.
 *
 * @param outcome what the client was told
 * @param reason last part of the problem's type, such as {@code sold-out}; absent unless refused
 */
public record ClientRequest(
        String purchaseId,
        String saleId,
        String userId,
        String offerId,
        int quantity,
        Instant sentAt,
        Instant answeredAt,
        Outcome outcome,
        @Nullable String reason) {
    /** What a client was told. */
    public enum Outcome {
        /** It has a receipt. */
        ACCEPTED,
        /** It was turned away, by the stock or before. */
        REFUSED,
        /** It never got an answer. */
        UNKNOWN
    }

    boolean isSoldOut() {
        return outcome == Outcome.REFUSED && "sold-out".equals(reason);
    }
}
