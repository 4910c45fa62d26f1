package dev.flashsale.command.purchase;

import dev.flashsale.kernel.sale.Bundle;
import dev.flashsale.kernel.sale.FlashSaleScheduled;
import dev.flashsale.kernel.sale.SaleItem;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which stock decides about each offer of a sale.
 *
 * @param leads by offer id
 */
record OfferedSale(Map<String, Lead> leads) {
    /** The item whose stock decides, and in how many buckets it is split. */
    record Lead(String itemId, int buckets) {}

    OfferedSale {
        leads = Map.copyOf(leads);
    }

    static OfferedSale of(FlashSaleScheduled sale) {
        Map<String, Lead> leads = new HashMap<>();
        for (SaleItem item : sale.items()) {
            leads.put(item.itemId(), new Lead(item.itemId(), item.buckets()));
        }
        for (Bundle bundle : sale.bundles()) {
            Lead first = leads.get(bundle.components().getFirst().itemId());
            if (first != null) {
                leads.put(bundle.bundleId(), first);
            }
        }
        return new OfferedSale(leads);
    }

    @Nullable
    Lead leadOf(String offerId) {
        return leads.get(offerId);
    }

    boolean hasSeveralOffers() {
        return leads.size() > 1;
    }
}
