package dev.flashsale.kernel.stock;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * A purchase request was refused by the stock.
 *
 * @param quantity pieces of the offer asked for
 */
@Revision("1")
public record PurchaseRefused(
        String stockId,
        String saleId,
        String itemId,
        int bucket,
        String purchaseId,
        String userId,
        String offerId,
        int quantity,
        Refusal reason,
        Instant at)
        implements StockEvent {}
