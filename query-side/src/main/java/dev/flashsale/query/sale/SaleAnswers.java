package dev.flashsale.query.sale;

import dev.flashsale.kernel.sale.BundleComponent;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** What the sales API answers. Amounts are in minor units, instants in UTC. */
final class SaleAnswers {
    private SaleAnswers() {}

    /** @param serverTime when this was answered, by the clock that opens and closes sales */
    record SaleList(Instant serverTime, List<Summary> sales) {}

    /** One line of the list. */
    record Summary(
            String saleId,
            String title,
            ShopperStatus status,
            String currency,
            Instant opensAt,
            Instant closesAt,
            long totalUnits,
            long remainingUnits) {
        static Summary of(SaleSnapshot sale, Instant now) {
            return new Summary(
                    sale.saleId(),
                    sale.title(),
                    sale.status(now),
                    sale.currency(),
                    sale.opensAt(),
                    sale.closesAt(),
                    sale.totalUnits(),
                    sale.remainingUnits());
        }
    }

    /**
     * A sale with all that it offers.
     *
     * @param serverTime when this was answered, by the clock that opens and closes sales
     * @param admission what shoppers have to do before they may try to buy
     * @param stale true when Redis could not be asked and this is the last copy
     */
    record Detail(
            Instant serverTime,
            String saleId,
            String title,
            ShopperStatus status,
            String currency,
            Instant opensAt,
            Instant closesAt,
            long paymentWindowMs,
            List<Item> items,
            List<OfferedBundle> bundles,
            Admission admission,
            boolean stale) {
        /** As of now, but with another instant as the server's time. */
        static Detail of(SaleSnapshot sale, boolean stale, Instant now, Instant serverTime) {
            return new Detail(
                    serverTime,
                    sale.saleId(),
                    sale.title(),
                    sale.status(now),
                    sale.currency(),
                    sale.opensAt(),
                    sale.closesAt(),
                    sale.paymentWindowMs(),
                    sale.items().stream().map(item -> Item.of(sale, item, now)).toList(),
                    sale.bundles().stream()
                            .map(bundle -> new OfferedBundle(
                                    bundle.bundleId(),
                                    bundle.title(),
                                    bundle.priceMinor(),
                                    bundle.limitPerUser(),
                                    bundle.components(),
                                    sale.status(bundle, now)))
                            .toList(),
                    sale.admission(),
                    stale);
        }
    }

    /** An item on sale. */
    @Schema(name = "ItemOnSale") // a merchant's plan has items of another form
    record Item(
            String itemId,
            String title,
            long listPriceMinor,
            long salePriceMinor,
            int limitPerUser,
            long totalUnits,
            long remainingUnits,
            ShopperStatus status) {
        static Item of(SaleSnapshot sale, SaleSnapshot.Item item, Instant now) {
            return new Item(
                    item.offer().itemId(),
                    item.offer().title(),
                    item.offer().listPriceMinor(),
                    item.offer().salePriceMinor(),
                    item.offer().limitPerUser(),
                    item.totalUnits(),
                    item.remainingUnits(),
                    sale.status(item, now));
        }
    }

    /** A bundle on sale. */
    record OfferedBundle(
            String bundleId,
            String title,
            long priceMinor,
            int limitPerUser,
            List<BundleComponent> components,
            ShopperStatus status) {}
}
