package dev.flashsale.kernel.sale;

import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * A sale was announced; it is UPCOMING until it opens.
 *
 * @param title what shoppers read
 * @param currency ISO 4217 code of every amount
 * @param opensAt first instant at which units can be reserved
 * @param closesAt first instant at which they no longer can
 * @param paymentWindowMs milliseconds a shopper has to pay, counted from the reservation
 * @param items what is sold
 * @param bundles what is sold together
 * @param scheduledBy user id of the merchant
 * @param at instant that the deciding command carried
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
