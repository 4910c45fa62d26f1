package dev.flashsale.kernel.stock;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** Units of a sibling arrived in this bucket. */
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
