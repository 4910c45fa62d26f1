package dev.flashsale.analysis.trace;

import dev.flashsale.analysis.audit.OrderRow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything found under an id.
 *
 * @param edgeRefusals attempts that were refused before any stock was asked
 * @param notLookedAt where the answer might be seen too, and was not looked for
 */
record Trace(String id, List<PurchaseTrace> purchases, List<EdgeRefusal> edgeRefusals, List<String> notLookedAt) {

    /**
     * One purchase.
     *
     * @param orderRow what the read side's table shows; absent when it has no such row or was not looked at
     */
    record PurchaseTrace(
            String purchaseId,
            String saleId,
            String userId,
            String offerId,
            int quantity,
            String outcome,
            double tookMs,
            List<Step> steps,
            @Nullable OrderRow orderRow) {}

    /** An attempt that left no event. */
    record EdgeRefusal(Instant at, String saleId, @Nullable String offerId, String reason, boolean userVerified) {}
}
