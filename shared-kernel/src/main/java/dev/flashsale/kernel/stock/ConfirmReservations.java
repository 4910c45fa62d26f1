package dev.flashsale.kernel.stock;

import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Turn reservations into sold units, because their orders were paid. Unknown or settled ones change nothing. */
public record ConfirmReservations(@TargetAggregateIdentifier StockId stockId, List<String> purchaseIds, Instant at) {
    public ConfirmReservations {
        purchaseIds = List.copyOf(purchaseIds);
    }
}
