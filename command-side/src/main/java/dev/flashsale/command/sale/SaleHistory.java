package dev.flashsale.command.sale;

import dev.flashsale.kernel.admission.AdmissionPolicy;
import dev.flashsale.kernel.sale.AdmissionSet;
import dev.flashsale.kernel.sale.FlashSaleCancelled;
import dev.flashsale.kernel.sale.FlashSaleClosed;
import dev.flashsale.kernel.sale.FlashSaleEvent;
import dev.flashsale.kernel.sale.FlashSaleOpened;
import dev.flashsale.kernel.sale.FlashSaleScheduled;
import dev.flashsale.kernel.sale.StockAdditionGranted;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a sale knows, changed by {@link #evolve} only. */
final class SaleHistory {
    enum Stage {
        UNKNOWN,
        SCHEDULED,
        OPEN,
        CLOSED,
        CANCELLED
    }

    Stage stage = Stage.UNKNOWN;

    @Nullable
    FlashSaleScheduled scheduled;

    /** Additions already granted, by {@link #addition}. */
    Set<String> additions = new HashSet<>();

    /** Units put on sale so far, by item. */
    Map<String, Integer> unitsByItem = new HashMap<>();

    /** Who may try to buy. */
    AdmissionPolicy admission = AdmissionPolicy.OPEN;

    static String addition(String itemId, String additionId) {
        return itemId + '|' + additionId;
    }

    boolean hasEnded() {
        return stage == Stage.CLOSED || stage == Stage.CANCELLED;
    }

    void evolve(FlashSaleEvent event) {
        switch (event) {
            case FlashSaleScheduled e -> {
                stage = Stage.SCHEDULED;
                scheduled = e;
                e.items().forEach(item -> unitsByItem.put(item.itemId(), item.units()));
            }
            case FlashSaleOpened e -> stage = Stage.OPEN;
            case FlashSaleClosed e -> stage = Stage.CLOSED;
            case FlashSaleCancelled e -> stage = Stage.CANCELLED;
            case AdmissionSet e -> admission = e.policy();
            case StockAdditionGranted e -> {
                additions.add(addition(e.itemId(), e.additionId()));
                unitsByItem.merge(e.itemId(), e.units(), Integer::sum);
            }
        }
    }
}
