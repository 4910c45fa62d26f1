package dev.flashsale.kernel.stock;

import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Fill one bucket for a scheduled sale. Repeating it changes nothing.
 *
 * @param units units in this bucket
 * @param paymentWindowMs milliseconds a shopper has to pay, counted from the reservation
 */
public record AllocateStock(
        @TargetAggregateIdentifier StockId stockId,
        int units,
        String currency,
        Instant opensAt,
        Instant closesAt,
        long paymentWindowMs,
        List<Offer> offers,
        Instant at) {
    public AllocateStock {
        offers = List.copyOf(offers);
    }
}
