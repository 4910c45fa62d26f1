package dev.flashsale.analysis.report;

import dev.flashsale.kernel.stock.Refusal;
import dev.flashsale.kernel.stock.ReleaseReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One purchase from its first decision to its end, with the instants at which each step was stored. */
final class Attempt {
    final String purchaseId;
    final String userId;
    final String offerId;
    final int quantity;
    /** The instant that the first decision carries. */
    final Instant decidedAt;
    /** When the first decision was stored. */
    final Instant storedAt;

    boolean reserved;

    @Nullable
    Refusal refusal;

    @Nullable
    Instant placedAt;

    @Nullable
    Instant payBy;

    @Nullable
    Instant paidAt;

    @Nullable
    Instant endedAt;

    @Nullable
    Instant settledAt;

    @Nullable
    ReleaseReason released;

    long amountMinor;

    Attempt(String purchaseId, String userId, String offerId, int quantity, Instant decidedAt, Instant storedAt) {
        this.purchaseId = purchaseId;
        this.userId = userId;
        this.offerId = offerId;
        this.quantity = quantity;
        this.decidedAt = decidedAt;
        this.storedAt = storedAt;
    }

    boolean isPaid() {
        return paidAt != null;
    }

    /** Got its units, or was told that there were none: whom the order of arrival decided. */
    boolean isContested() {
        return got() || refusal == Refusal.SOLD_OUT;
    }

    /** Whether all that it asked for was held for it. */
    boolean got() {
        return reserved && refusal == null;
    }
}
