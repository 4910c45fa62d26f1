package dev.flashsale.kernel.stock;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** Units left this bucket for a sibling; {@link StockTransferReceived} follows with the same transferId. */
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
