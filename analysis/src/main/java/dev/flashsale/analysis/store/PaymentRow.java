package dev.flashsale.analysis.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the simulated payment provider's books.
 *
 * @param amountMinor what was charged, in minor units
 * @param refundId under which it went back; absent when it did not
 * @param toldAt when the shop had taken note of it; absent when it has not
 */
public record PaymentRow(
        String paymentId,
        String orderId,
        long amountMinor,
        String currency,
        @Nullable String refundId,
        Instant chargedAt,
        @Nullable Instant toldAt) {}
