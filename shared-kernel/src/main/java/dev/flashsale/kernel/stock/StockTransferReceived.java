package dev.flashsale.kernel.stock;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * Units of a sibling arrived in this bucket.
 *
 * @param fromStockId the sending bucket
 * @param transferId names the transfer: the same one is received once
 * @param units units of the item
 * @param availableUnits units nobody holds in this bucket, after this event
 */
@Revision("1")
public record StockTransferReceived(
        String stockId,
        String saleId,
        String itemId,
        int bucket,
        String fromStockId,
        String transferId,
        int units,
        int availableUnits,
        Instant at)
        implements StockEvent {}
