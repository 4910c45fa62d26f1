package dev.flashsale.kernel.sale;

import java.util.List;

/**
 * Several items sold together at one price, all or nothing (组合商品).
 *
 * @param bundleId unique within the sale, and different from every itemId
 * @param title what shoppers read
 * @param priceMinor price of one bundle in minor units of the sale's currency
 * @param limitPerUser most bundles of this kind that one shopper may hold
 * @param components at least two different items; the first is reserved first
 */
public record Bundle(
        String bundleId, String title, long priceMinor, int limitPerUser, List<BundleComponent> components) {
    public Bundle {
        components = List.copyOf(components);
    }
}
