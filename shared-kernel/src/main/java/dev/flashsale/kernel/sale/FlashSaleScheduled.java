package dev.flashsale.kernel.sale;

import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * A sale was announced; it is UPCOMING until it opens.
 *
 * @param paymentWindowMs milliseconds a shopper has to pay, counted from the reservation
 */
@Revision("1")
public record FlashSaleScheduled(
        String saleId,
        String title,
        String currency,
        Instant opensAt,
        Instant closesAt,
        long paymentWindowMs,
        List<SaleItem> items,
        List<Bundle> bundles,
        String scheduledBy,
        Instant at)
        implements FlashSaleEvent {
    public FlashSaleScheduled {
        items = List.copyOf(items);
        bundles = List.copyOf(bundles);
    }
}
