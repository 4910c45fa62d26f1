package dev.flashsale.kernel.stock;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * A purchase request was refused, or one component of a bundle.
 *
 * @param purchaseId the purchase: derived from sale, user and Idempotency-Key
 * @param userId pseudonymous id of the shopper
 * @param offerId an itemId or a bundleId
 * @param quantity pieces of the offer asked for
 * @param reason SOLD_OUT, LIMIT_EXCEEDED, NOT_OPEN, ENDED, CANCELLED, UNKNOWN_OFFER or INVALID_QUANTITY
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
