package dev.flashsale.analysis.audit;

import org.jspecify.annotations.Nullable;

/**
 * A payment in the books of the provider.
 *
 * @param refundId the refund of it; absent without one
 * @param told whether the shop has acknowledged it
 */
public record Booking(
        String paymentId,
        String orderId,
        long amountMinor,
        String currency,
        @Nullable String refundId,
        boolean told) {}
