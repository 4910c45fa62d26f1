package dev.flashsale.query.sale;

import dev.flashsale.kernel.sale.SaleItem;
import java.util.HashMap;
import java.util.LongSummaryStatistics;
import java.util.Map;

/** Units added up per item, from a hash whose fields are named {@code itemId:rest}. */
final class ItemUnits {
    private static final LongSummaryStatistics NOTHING = new LongSummaryStatistics();

    private final Map<String, LongSummaryStatistics> byItem = new HashMap<>();

    ItemUnits(Map<String, String> unitsByField) {
        unitsByField.forEach((field, units) -> byItem.computeIfAbsent(
                        field.substring(0, field.indexOf(':')), item -> new LongSummaryStatistics())
                .accept(Long.parseLong(units)));
    }

    long of(SaleItem item) {
        return byItem.getOrDefault(item.itemId(), NOTHING).getSum();
    }

    /** Until every bucket was filled nothing can have been sold, so the total is the honest answer. */
    long remaining(SaleItem item, long totalUnits) {
        long filled = byItem.getOrDefault(item.itemId(), NOTHING).getCount();
        return filled < item.buckets() ? totalUnits : of(item);
    }
}
