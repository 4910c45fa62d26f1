package dev.flashsale.command.sale;

import dev.flashsale.kernel.sale.FlashSaleCancelled;
import dev.flashsale.kernel.sale.FlashSaleClosed;
import dev.flashsale.kernel.sale.FlashSaleEvent;
import dev.flashsale.kernel.sale.FlashSaleOpened;
import dev.flashsale.kernel.sale.FlashSaleScheduled;
import dev.flashsale.kernel.sale.StockAdditionGranted;
import java.util.HashSet;
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

    Set<String> additions = new HashSet<>();

    boolean hasEnded() {
        return stage == Stage.CLOSED || stage == Stage.CANCELLED;
    }

    void evolve(FlashSaleEvent event) {
        switch (event) {
            case FlashSaleScheduled e -> {
                stage = Stage.SCHEDULED;
                scheduled = e;
            }
            case FlashSaleOpened e -> stage = Stage.OPEN;
            case FlashSaleClosed e -> stage = Stage.CLOSED;
            case FlashSaleCancelled e -> stage = Stage.CANCELLED;
            case StockAdditionGranted e -> additions.add(e.additionId());
        }
    }
}
