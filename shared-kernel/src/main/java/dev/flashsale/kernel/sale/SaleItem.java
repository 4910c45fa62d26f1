package dev.flashsale.kernel.sale;

/**
 * An item of a sale (秒杀商品).
 *
 * @param itemId unique within the sale; letters, digits, '-' and '_'
 * @param title what shoppers read
 * @param listPriceMinor the normal price per unit, in minor units of the sale's currency
 * @param salePriceMinor the price per unit during the sale, in minor units
 * @param units units on sale, all buckets together
 * @param limitPerUser most units of this item that one shopper may hold, live and paid together
 * @param buckets in how many {@code Stock} buckets the units are split (库存分桶)
 */
public record SaleItem(
        String itemId,
        String title,
        long listPriceMinor,
        long salePriceMinor,
        int units,
        int limitPerUser,
        int buckets) {}
