package dev.flashsale.kernel.order;

import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * An order was created and waits for its payment.
 *
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
