package dev.flashsale.kernel.stock;

import java.util.List;

/**
 * One outcome for each request of a {@link ReserveStock}, in the same order.
 *
 * @param expired true when the command came after its {@code notAfter}: then nothing was decided and {@code outcomes} is
 *     empty
 */
public record PurchaseOutcomes(boolean expired, List<PurchaseOutcome> outcomes) {
    public PurchaseOutcomes {
        outcomes = List.copyOf(outcomes);
    }
}
