package dev.flashsale.analysis.asof;

import dev.flashsale.kernel.attempt.GateReason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a sale stood.
 *
 * @param reservations by state
 * @param orders by state
 * @param refusals by reason: those of the stock, which are events
 * @param edgeRefusals by reason: those before any stock was asked; absent where the source has no log of them
 * @param paidMinor what was paid and kept, in minor units of the currency
 */
record SaleState(
        String saleId,
        String title,
        String status,
        List<ItemState> items,
        Map<String, Long> reservations,
        Map<String, Long> orders,
        Map<String, Long> refusals,
        @Nullable Map<String, Long> edgeRefusals,
        long paidMinor,
        String currency) {

    /** Units of one item, all buckets together. */
    record ItemState(
            String itemId,
            long stock,
            long available,
            long inTransit,
            long reserved,
            long sold,
            List<BucketState> buckets) {}

    /** Units of one bucket. */
    record BucketState(String stockId, long available, long reserved, long sold) {}

    /** Every figure by its name, in a fixed order. */
    Map<String, Long> figures() {
        Map<String, Long> figures = new LinkedHashMap<>();
        for (ItemState item : items) {
            figures.put(item.itemId() + " available", item.available());
            figures.put(item.itemId() + " in transit", item.inTransit());
            figures.put(item.itemId() + " reserved", item.reserved());
            figures.put(item.itemId() + " sold", item.sold());
        }
        reservations.forEach((state, count) -> figures.put("reservations " + state, count));
        orders.forEach((state, count) -> figures.put("orders " + state, count));
        refusals.forEach((reason, count) -> figures.put("refused " + reason, count));
        if (edgeRefusals != null) {
            edgeRefusals.forEach((reason, count) ->
                    figures.put("refused at the " + (GateReason.isOne(reason) ? "gate " : "edge ") + reason, count));
        }
        figures.put("paid, minor units", paidMinor);
        return figures;
    }
}
