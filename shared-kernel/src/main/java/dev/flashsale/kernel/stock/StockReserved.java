package dev.flashsale.kernel.stock;

import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * Units are held for a shopper (预扣).
 *
 * @param purchaseId the purchase: derived from sale, user and Idempotency-Key
 * @param userId pseudonymous id of the shopper
 * @param offerId an itemId or a bundleId
 * @param quantity pieces of the offer
 * @param units units of this item
 * @param amountMinor price of the whole purchase in minor units, all components together
 * @param currency ISO 4217 code of every amount
 * @param components everything that the offer takes, this item included
 * @param payBy until when the shopper may pay
 * @param availableUnits units that this bucket still holds
 */
@Revision("1")
public record StockReserved(
        String stockId,
        String saleId,
        String itemId,
        int bucket,
        String purchaseId,
        String userId,
        String offerId,
        int quantity,
        int units,
        long amountMinor,
        String currency,
        List<OfferComponent> components,
        Instant payBy,
        int availableUnits,
        Instant at)
        implements StockEvent {
    public StockReserved {
        components = List.copyOf(components);
    }
}
