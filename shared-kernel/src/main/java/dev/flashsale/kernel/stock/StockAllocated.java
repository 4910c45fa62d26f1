package dev.flashsale.kernel.stock;

import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * A bucket was filled. From here on it knows window, prices and limits by itself.
 *
 * @param units units put into this bucket
 * @param currency ISO 4217 code of every amount
 * @param opensAt first instant at which units can be reserved
 * @param closesAt first instant at which they no longer can
 * @param paymentWindowMs milliseconds a shopper has to pay, counted from the reservation
 * @param offers what takes units of this item
 */
@Revision("1")
public record StockAllocated(
        String stockId,
        String saleId,
        String itemId,
        int bucket,
        int units,
        String currency,
        Instant opensAt,
        Instant closesAt,
        long paymentWindowMs,
        List<Offer> offers,
        Instant at)
        implements StockEvent {
    public StockAllocated {
        offers = List.copyOf(offers);
    }
}
