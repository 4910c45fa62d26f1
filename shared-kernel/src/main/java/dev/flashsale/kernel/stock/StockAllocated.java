package dev.flashsale.kernel.stock;

import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * A bucket was filled for a scheduled sale.
 *
 * @param paymentWindowMs milliseconds a shopper has to pay, counted from the reservation
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
