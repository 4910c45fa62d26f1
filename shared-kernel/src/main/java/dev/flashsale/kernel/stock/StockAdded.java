package dev.flashsale.kernel.stock;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * A merchant put more units into this bucket.
 *
 * @param additionId names the addition: the same one adds once
 * @param units units of the item
 * @param availableUnits units nobody holds in this bucket, after this event
 */
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
