package dev.flashsale.kernel.stock;

/**
 * What one offer takes from one item.
 *
 * @param itemId the item, unique within its sale
 * @param units units of the item in one piece of the offer
 * @param buckets in how many buckets that item's stock is split
 */
public record OfferComponent(String itemId, int units, int buckets) {}
