package dev.flashsale.analysis.ledger;

import dev.flashsale.kernel.sale.FlashSaleCancelled;
import dev.flashsale.kernel.sale.FlashSaleClosed;
import dev.flashsale.kernel.sale.FlashSaleEvent;
import dev.flashsale.kernel.sale.FlashSaleOpened;

/** Where a sale stands by its own events. */
public enum SaleStatus {
    /** Announced at most. */
    UPCOMING,
    /** Opened. */
    OPEN,
    /** Closed. */
    ENDED,
    /** Called off. */
    CANCELLED;

    /** Where it stands after this event. */
    public SaleStatus after(FlashSaleEvent event) {
        return switch (event) {
            case FlashSaleOpened e -> OPEN;
            case FlashSaleClosed e -> ENDED;
            case FlashSaleCancelled e -> CANCELLED;
            default -> this;
        };
    }
}
