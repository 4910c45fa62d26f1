package dev.flashsale.kernel.stock;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * Units left this bucket for a sibling; {@link StockTransferReceived} follows with the same transferId.
 *
 * @param toStockId the receiving bucket
 * @param transferId names the transfer: the same one is received once
 * @param units units of the item
 * @param availableUnits units nobody holds in this bucket, after this event
 */
@Revision("1")
public record StockTransferred(
        String stockId,
        String saleId,
        String itemId,
        int bucket,
        String toStockId,
        String transferId,
        int units,
        int availableUnits,
        Instant at)
        implements StockEvent {}
