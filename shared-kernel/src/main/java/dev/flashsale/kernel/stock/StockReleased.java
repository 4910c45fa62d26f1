package dev.flashsale.kernel.stock;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * Reserved units went back on sale (回补).
 *
 * @param purchaseId the purchase: derived from sale, user and Idempotency-Key
 * @param userId pseudonymous id of the shopper
 * @param offerId an itemId or a bundleId
 * @param quantity pieces of the offer
 * @param units units of the item
 * @param reason EXPIRED, CANCELLED or BUNDLE_INCOMPLETE
 * @param availableUnits units that this bucket holds now
 */
@Revision("1")
public record StockReleased(
        String stockId,
        String saleId,
        String itemId,
        int bucket,
        String purchaseId,
        String userId,
        String offerId,
        int quantity,
        int units,
        ReleaseReason reason,
        int availableUnits,
        Instant at)
        implements StockEvent {}
