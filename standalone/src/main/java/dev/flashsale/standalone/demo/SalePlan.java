package dev.flashsale.standalone.demo;

import dev.flashsale.kernel.sale.Bundle;
import dev.flashsale.kernel.sale.BundleComponent;
import dev.flashsale.kernel.sale.SaleItem;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a demonstration sells. */
record SalePlan(
        String title,
        String currency,
        Duration paymentWindow,
        List<SaleItem> items,
        List<Bundle> bundles,
        DemoGate gate) {
    /** With the gate off. */
    SalePlan(String title, String currency, Duration paymentWindow, List<SaleItem> items, List<Bundle> bundles) {
        this(title, currency, paymentWindow, items, bundles, DemoGate.OFF);
    }

    SalePlan {
        items = List.copyOf(items);
        bundles = List.copyOf(bundles);
    }

    SalePlan withPaymentWindow(Duration other) {
        return new SalePlan(title, currency, other, items, bundles, gate);
    }

    SalePlan withGate(DemoGate other) {
        return new SalePlan(title, currency, paymentWindow, items, bundles, other);
    }

    int totalUnits() {
        return items.stream().mapToInt(SaleItem::units).sum();
    }

    /** Units of each item in one piece of an offer. */
    Map<String, Integer> unitsOf(String offerId) {
        for (Bundle bundle : bundles) {
            if (bundle.bundleId().equals(offerId)) {
                Map<String, Integer> units = new HashMap<>();
                for (BundleComponent component : bundle.components()) {
                    units.put(component.itemId(), component.units());
                }
                return units;
            }
        }
        return Map.of(offerId, 1);
    }

    int totalUnitsOf(String offerId) {
        return unitsOf(offerId).values().stream().mapToInt(Integer::intValue).sum();
    }
}
