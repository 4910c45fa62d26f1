package dev.flashsale.command.purchase;

import dev.flashsale.kernel.sale.Bundle;
import dev.flashsale.kernel.sale.BundleComponent;
import dev.flashsale.kernel.sale.FlashSaleScheduled;
import dev.flashsale.kernel.sale.SaleItem;
import dev.flashsale.kernel.stock.StockId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which stock decides about each offer of a sale.
 *
 * @param opensAt before this, everything is refused
 * @param leads by offer id
 * @param cheapestLeads per item the offer that takes the fewest of its units: if that is sold out, so are the others
 */
record OfferedSale(Instant opensAt, Map<String, Lead> leads, List<Lead> cheapestLeads) {
    /**
     * What a stock has to know about an offer.
     *
     * @param itemId the item whose stock decides
     * @param buckets in how many buckets it is split
     * @param unitsPerPiece how many of its units one piece takes
     * @param limitPerUser most pieces for one shopper
     */
    record Lead(String itemId, int buckets, int unitsPerPiece, int limitPerUser) {
        long units(int pieces) {
            return (long) unitsPerPiece * pieces;
        }
    }

    OfferedSale {
        leads = Map.copyOf(leads);
        cheapestLeads = List.copyOf(cheapestLeads);
    }

    static OfferedSale of(FlashSaleScheduled sale) {
        Map<String, Lead> leads = new HashMap<>();
        for (SaleItem item : sale.items()) {
            leads.put(item.itemId(), new Lead(item.itemId(), item.buckets(), 1, item.limitPerUser()));
        }
        for (Bundle bundle : sale.bundles()) {
            BundleComponent first = bundle.components().getFirst();
            Lead lead = leads.get(first.itemId());
            if (lead != null) {
                leads.put(
                        bundle.bundleId(),
                        new Lead(lead.itemId(), lead.buckets(), first.units(), bundle.limitPerUser()));
            }
        }
        return new OfferedSale(sale.opensAt(), leads, cheapest(leads));
    }

    private static List<Lead> cheapest(Map<String, Lead> leads) {
        return new ArrayList<>(leads.values().stream()
                .collect(Collectors.toMap(
                        Lead::itemId,
                        lead -> lead,
                        (a, b) -> Comparator.comparingInt(Lead::unitsPerPiece).compare(a, b) <= 0 ? a : b))
                .values());
    }

    @Nullable
    Lead leadOf(String offerId) {
        return leads.get(offerId);
    }

    boolean hasSeveralOffers() {
        return leads.size() > 1;
    }

    /** Every stock that decides about purchases of this sale. */
    List<StockId> decidingStocks(String saleId) {
        List<StockId> stocks = new ArrayList<>();
        for (Lead lead : cheapestLeads) {
            for (int bucket = 0; bucket < lead.buckets(); bucket++) {
                stocks.add(new StockId(saleId, lead.itemId(), bucket));
            }
        }
        return stocks;
    }
}
