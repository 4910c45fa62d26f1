package dev.flashsale.analysis.ledger;

import dev.flashsale.kernel.sale.FlashSaleScheduled;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One sale and its items. */
public final class SaleLedger {
    private final String saleId;
    private @Nullable FlashSaleScheduled scheduled;
    private final Map<String, ItemLedger> items = new LinkedHashMap<>();

    SaleLedger(String saleId) {
        this.saleId = saleId;
    }

    void schedule(FlashSaleScheduled event) {
        if (scheduled == null) {
            scheduled = event;
        }
    }

    ItemLedger itemOrNew(String itemId) {
        return items.computeIfAbsent(itemId, id -> new ItemLedger(saleId, id));
    }

    /** The sale's id. */
    public String saleId() {
        return saleId;
    }

    /** How it was announced; absent when no event says so. */
    public @Nullable FlashSaleScheduled scheduled() {
        return scheduled;
    }

    /** The items that have stock, by itemId. */
    public Map<String, ItemLedger> items() {
        return items;
    }
}
