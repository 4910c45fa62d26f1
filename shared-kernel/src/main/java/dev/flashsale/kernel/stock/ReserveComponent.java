package dev.flashsale.kernel.stock;

/**
 * A further component of a bundle, to be reserved for a purchase whose first component is held. Decided by the same intake as a
 * shopper's own request; its outcome is an event of the component's stock.
 *
 * @param buckets in how many buckets the component's stock is split
 */
public record ReserveComponent(
        String purchaseId, String saleId, String itemId, int buckets, String userId, String offerId, int quantity) {}
