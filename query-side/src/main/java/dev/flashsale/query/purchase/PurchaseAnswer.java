package dev.flashsale.query.purchase;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.flashsale.kernel.purchase.PurchaseResult;
import dev.flashsale.kernel.purchase.PurchaseState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a purchase stands, as its shopper reads it.
 *
 * @param reason why it was refused; absent otherwise
 * @param amountMinor what is to be paid, in minor units; 0 when refused
 * @param asOfIndex position of the event that brought this about: a larger one is newer
 * @param stale true when Redis could not be asked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PurchaseAnswer(
        String purchaseId,
        String saleId,
        String offerId,
        int quantity,
        PurchaseState status,
        @Nullable String reason,
        long amountMinor,
        String currency,
        @Nullable Instant payBy,
        @Nullable String orderId,
        long asOfIndex,
        boolean stale,
        Instant serverTime) {
    static PurchaseAnswer of(PurchaseResult result, boolean stale, Instant now) {
        return new PurchaseAnswer(
                result.purchaseId(),
                result.saleId(),
                result.offerId(),
                result.quantity(),
                result.status(),
                result.reason(),
                result.amountMinor(),
                result.currency(),
                result.payBy(),
                result.orderId(),
                result.asOfIndex(),
                stale,
                now);
    }

    static boolean isFinal(PurchaseState status) {
        return switch (status) {
            case RESERVED, AWAITING_PAYMENT -> false;
            case PAID, EXPIRED, CANCELLED, REFUSED -> true;
        };
    }
}
