package dev.flashsale.kernel.order;

import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Create the order of a fully reserved purchase. Repeating it changes nothing.
 *
 * @param orderId the purchase's id
 * @param amountMinor what is to be paid, in minor units
 * @param payBy until when it may be paid
 */
public record PlaceOrder(
        @TargetAggregateIdentifier String orderId,
        String saleId,
        String userId,
        String offerId,
        int quantity,
        List<OrderLine> lines,
        long amountMinor,
        String currency,
        Instant payBy,
        Instant at) {
    public PlaceOrder {
        lines = List.copyOf(lines);
    }
}
