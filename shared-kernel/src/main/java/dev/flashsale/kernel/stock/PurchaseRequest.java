package dev.flashsale.kernel.stock;

/**
 * One shopper's wish, as the intake hands it to the stock.
 *
 * @param quantity pieces of the offer
 * @param siblingsExhausted true once every other bucket of the item was seen empty at one and the same moment; without
 *     it a short bucket answers {@link PurchaseOutcome.Short} instead of "sold out"
 */
public record PurchaseRequest(
        String purchaseId, String userId, String offerId, int quantity, boolean siblingsExhausted) {}
