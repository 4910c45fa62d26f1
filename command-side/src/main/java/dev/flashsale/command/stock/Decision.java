package dev.flashsale.command.stock;

import dev.flashsale.kernel.stock.PurchaseOutcome;
import dev.flashsale.kernel.stock.StockEvent;

/** The answer to one purchase request: something happens, or it is answered without anything happening. */
public sealed interface Decision {
    /** What happens. */
    record Happens(StockEvent event) implements Decision {}

    /** An answer that changes nothing. */
    record Answer(PurchaseOutcome outcome) implements Decision {}
}
