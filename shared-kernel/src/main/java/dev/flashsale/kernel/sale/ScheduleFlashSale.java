package dev.flashsale.kernel.sale;

import dev.flashsale.kernel.admission.AdmissionPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Announce a sale: from now on shoppers see it as UPCOMING (warm-up), and it opens and closes by itself.
 *
 * @param paymentWindow how long a shopper may take to pay, counted from the reservation
 * @param currency ISO 4217 code of every price in this sale
 * @param admission who may try to buy; null lets everybody
 * @param scheduledBy the merchant's user id
 * @param at when the merchant asked
 */
public record ScheduleFlashSale(
        @TargetAggregateIdentifier String saleId,
        String title,
        String currency,
        Instant opensAt,
        Instant closesAt,
        Duration paymentWindow,
        List<SaleItem> items,
        List<Bundle> bundles,
        @Nullable AdmissionPolicy admission,
        String scheduledBy,
        Instant at) {
    public ScheduleFlashSale {
        items = List.copyOf(items);
        bundles = List.copyOf(bundles);
    }

    /** A sale in which everybody may try. */
    public ScheduleFlashSale(
            String saleId,
            String title,
            String currency,
            Instant opensAt,
            Instant closesAt,
            Duration paymentWindow,
            List<SaleItem> items,
            List<Bundle> bundles,
            String scheduledBy,
            Instant at) {
        this(saleId, title, currency, opensAt, closesAt, paymentWindow, items, bundles, null, scheduledBy, at);
    }
}
