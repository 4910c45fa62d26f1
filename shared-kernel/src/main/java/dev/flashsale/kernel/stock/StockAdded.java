package dev.flashsale.kernel.stock;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** A merchant put more units into this bucket. */
@Revision("1")
public record StockAdded(
        String stockId,
        String saleId,
        String itemId,
        int bucket,
        String additionId,
        int units,
        int availableUnits,
        Instant at)
        implements StockEvent {}
