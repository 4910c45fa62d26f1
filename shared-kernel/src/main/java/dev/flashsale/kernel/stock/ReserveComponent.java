package dev.flashsale.kernel.stock;

import org.axonframework.commandhandling.RoutingKey;

/**
 * Reserve a further component of a bundle for a purchase whose first component is held. Decided by the same intake as a
 * shopper's own request; its outcome is an event of the component's stock.
 *
 * @param buckets in how many buckets the component's stock is split
 */
public record ReserveComponent(
        @RoutingKey String purchaseId,
        String saleId,
        String itemId,
        int buckets,
        String userId,
        String offerId,
        int quantity) {}
