package dev.flashsale.kernel.sale;

import org.jspecify.annotations.Nullable;

/**
 * The answer to a merchant's command: accepted (no refusal) or refused with a reason.
 *
 * @param refusal absent when accepted
 * @param detail one sentence for the merchant, absent when accepted
 */
public record SaleDecision(
        @Nullable SaleRefusal refusal, @Nullable String detail) {
    private static final SaleDecision ACCEPTED = new SaleDecision(null, null);

    /** The command was carried out, or had been before. */
    public static SaleDecision accepted() {
        return ACCEPTED;
    }

    /** The command was refused and changed nothing. */
    public static SaleDecision refused(SaleRefusal refusal, String detail) {
        return new SaleDecision(refusal, detail);
    }
}
