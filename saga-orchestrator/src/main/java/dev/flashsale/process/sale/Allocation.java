package dev.flashsale.process.sale;

import dev.flashsale.kernel.sale.Bundle;
import dev.flashsale.kernel.sale.FlashSaleScheduled;
import dev.flashsale.kernel.sale.SaleItem;
import dev.flashsale.kernel.stock.AllocateStock;
import dev.flashsale.kernel.stock.Offer;
import dev.flashsale.kernel.stock.OfferComponent;
import dev.flashsale.kernel.stock.StockId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Splits a sale into the buckets of its items, each with the offers that take units from it. */
final class Allocation {
    private Allocation() {}

    static List<AllocateStock> of(FlashSaleScheduled sale) {
        List<Offer> offers = offersOf(sale);
        List<AllocateStock> allocations = new ArrayList<>();
        for (SaleItem item : sale.items()) {
            List<Offer> touching = offers.stream()
                    .filter(offer -> offer.unitsOf(item.itemId()) > 0)
                    .toList();
            int[] shares = shares(item.units(), item.buckets());
            for (int bucket = 0; bucket < shares.length; bucket++) {
                allocations.add(new AllocateStock(
                        new StockId(sale.saleId(), item.itemId(), bucket),
                        shares[bucket],
                        sale.currency(),
                        sale.opensAt(),
                        sale.closesAt(),
                        sale.paymentWindowMs(),
                        touching,
                        sale.at()));
            }
        }
        return allocations;
    }

    private static List<Offer> offersOf(FlashSaleScheduled sale) {
        Map<String, Integer> buckets =
                sale.items().stream().collect(Collectors.toMap(SaleItem::itemId, SaleItem::buckets));
        List<Offer> offers = new ArrayList<>();
        for (SaleItem item : sale.items()) {
            OfferComponent itself = new OfferComponent(item.itemId(), 1, item.buckets());
            offers.add(new Offer(item.itemId(), item.salePriceMinor(), item.limitPerUser(), List.of(itself)));
        }
        for (Bundle bundle : sale.bundles()) {
            List<OfferComponent> parts = bundle.components().stream()
                    .map(part -> new OfferComponent(
                            part.itemId(), part.units(), Objects.requireNonNull(buckets.get(part.itemId()))))
                    .toList();
            offers.add(new Offer(bundle.bundleId(), bundle.priceMinor(), bundle.limitPerUser(), parts));
        }
        return offers;
    }

    /** Even shares whose sum is the whole; the first ones take what does not divide. */
    static int[] shares(int units, int buckets) {
        int[] shares = new int[buckets];
        for (int bucket = 0; bucket < buckets; bucket++) {
            shares[bucket] = units / buckets + (bucket < units % buckets ? 1 : 0);
        }
        return shares;
    }
}
