package dev.flashsale.kernel.stock;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * A reservation was paid: its units are sold.
 *
 * @param purchaseId the purchase: derived from sale, user and Idempotency-Key
 * @param userId pseudonymous id of the shopper
 * @param units units of the item
 */
@Revision("1")
public record ReservationConfirmed(
        String stockId,
        String saleId,
        String itemId,
        int bucket,
        String purchaseId,
        String userId,
        int units,
        Instant at)
        implements StockEvent {}
