package dev.flashsale.kernel.order;

/**
 * Units of one item that an order holds in one bucket.
 *
 * @param itemId the item, unique within its sale
 * @param stockId the bucket that holds them, as {@code saleId:itemId:bucket}
 * @param units units of the item
 */
public record OrderLine(String itemId, String stockId, int units) {}
