package dev.flashsale.kernel.purchase;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a purchase.
 *
 * @param reason why it was refused; absent otherwise
 * @param amountMinor what is to be paid in minor units; 0 when refused
 * @param payBy until when it may be paid; absent when refused
 * @param orderId the order that was placed for it; absent before that, and when refused
 * @param asOfIndex position of the event that brought this about: a larger one is newer
 */
public record PurchaseResult(
        String purchaseId,
        String saleId,
        String userId,
        String offerId,
        int quantity,
        PurchaseState status,
        @Nullable String reason,
        long amountMinor,
        String currency,
        @Nullable Instant payBy,
        @Nullable String orderId,
        long asOfIndex) {}
