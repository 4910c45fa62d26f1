package dev.flashsale.analysis.audit;

import java.time.Instant;

/** An order as the read side shows it; the fields mean what they mean in the kernel's {@code OrderPlaced}. */
public record OrderRow(
        String orderId,
        String saleId,
        String userId,
        String offerId,
        int quantity,
        long amountMinor,
        String currency,
        String status,
        Instant placedAt,
        Instant payBy) {}
