package dev.flashsale.standalone.demo;

import dev.flashsale.kernel.sale.Bundle;
import dev.flashsale.kernel.sale.BundleComponent;
import dev.flashsale.kernel.sale.SaleItem;
import dev.flashsale.standalone.input.Product;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** Makes the sale of a demonstration out of what the command line asks for. */
final class SalePlans {
    static final String MAIN = "headphones";
    static final String SECOND = "charger";
    static final String BUNDLE = "travel-kit";
    private static final Duration PAYMENT_WINDOW = Duration.ofSeconds(15);
    // thousands of orders within seconds: the crowd keeps coming while they are placed
    private static final Duration CATALOGUE_PAYMENT_WINDOW = Duration.ofSeconds(60);
    private static final int TOO_FEW_FOR_TWO_ITEMS = 10;
    private static final int UNITS_PER_BUCKET = 50;
    private static final int MOST_BUCKETS = 5;

    private SalePlans() {}

    /** A much wanted item in several buckets, a second one, and a bundle of both; together this many units. */
    static SalePlan madeUp(int units) {
        if (units < TOO_FEW_FOR_TWO_ITEMS) {
            return new SalePlan("Demo sale", "EUR", PAYMENT_WINDOW, List.of(item(MAIN, units, 1)), List.of());
        }
        int second = units / 5;
        int main = units - second;
        int buckets = Math.clamp(main / UNITS_PER_BUCKET, 1, MOST_BUCKETS);
        Bundle bundle = new Bundle(
                BUNDLE,
                "Headphones with charger",
                10_900,
                1,
                List.of(new BundleComponent(MAIN, 1), new BundleComponent(SECOND, 1)));
        return new SalePlan(
                "Demo sale",
                "EUR",
                PAYMENT_WINDOW,
                List.of(item(MAIN, main, buckets), item(SECOND, second, 1)),
                List.of(bundle));
    }

    private static SaleItem item(String itemId, int units, int buckets) {
        return itemId.equals(MAIN)
                ? new SaleItem(MAIN, "Wireless headphones", 19_900, 8_900, units, 1, buckets)
                : new SaleItem(SECOND, "Travel charger", 3_900, 2_400, units, 1, buckets);
    }

    /**
     * Every product at half its price, one ordinary day's demand of each, at most two per shopper; the two most wanted
     * are split into buckets and also sold as a bundle.
     */
    static SalePlan ofCatalogue(List<Product> products) {
        List<Product> mostWanted = products.stream()
                .sorted(Comparator.comparingDouble(Product::avgDailyDemand).reversed())
                .limit(2)
                .toList();
        List<SaleItem> items = products.stream()
                .map(product -> new SaleItem(
                        product.sku(),
                        product.title(),
                        product.listPriceMinor(),
                        product.listPriceMinor() / 2,
                        product.dailyUnits(),
                        2,
                        mostWanted.contains(product)
                                ? Math.clamp(product.dailyUnits() / UNITS_PER_BUCKET, 1, MOST_BUCKETS)
                                : 1))
                .toList();
        return new SalePlan(
                "Sale of " + products.size() + " products",
                products.getFirst().currency(),
                CATALOGUE_PAYMENT_WINDOW,
                items,
                mostWanted.size() < 2 ? List.of() : List.of(pair(mostWanted.getFirst(), mostWanted.getLast())));
    }

    private static Bundle pair(Product first, Product second) {
        return new Bundle(
                "pair-of-favourites",
                "Pair of favourites",
                (first.listPriceMinor() + second.listPriceMinor()) * 2 / 5,
                1,
                List.of(new BundleComponent(first.sku(), 1), new BundleComponent(second.sku(), 1)));
    }
}
