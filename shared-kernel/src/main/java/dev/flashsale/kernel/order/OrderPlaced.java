package dev.flashsale.kernel.order;

import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * An order was created and waits for its payment.
 *
 * @param saleId the sale
 * @param userId pseudonymous id of the shopper
 * @param offerId an itemId or a bundleId
 * @param quantity pieces of the offer
 * @param lines what the order holds
 * @param amountMinor money in minor units of the currency
 * @param currency ISO 4217 code of every amount
 * @param payBy until when it may be paid
 */
@Revision("1")
public record OrderPlaced(
        String orderId,
        String saleId,
        String userId,
        String offerId,
        int quantity,
        List<OrderLine> lines,
        long amountMinor,
        String currency,
        Instant payBy,
        Instant at)
        implements OrderEvent {
    public OrderPlaced {
        lines = List.copyOf(lines);
    }
}
