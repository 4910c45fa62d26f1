package dev.flashsale.command.admission;

import dev.flashsale.kernel.admission.AdmissionPolicy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody at the gate of a sale who wants to buy.
 *
 * @param policy what this sale demands
 * @param userId who it is; null before {@link Stage#USER}
 * @param wanted what they want; null before {@link Stage#WISH}
 * @param at when they came
 */
public record Visit(
        String saleId,
        AdmissionPolicy policy,
        Caller caller,
        @Nullable String userId,
        @Nullable Wanted wanted,
        Instant at) {
    /**
     * What somebody wants.
     *
     * @param purchaseId what their Idempotency-Key names: a repeated request has the same
     */
    public record Wanted(String offerId, int quantity, String purchaseId) {}
}
