package dev.flashsale.query.purchase;

import com.redis.om.spring.annotations.IndexCreationMode;
import com.redis.om.spring.annotations.IndexingOptions;
import dev.flashsale.kernel.purchase.PurchaseState;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.redis.core.RedisHash;

/**
 * A purchase as the events tell it; every field but the id is absent until its event came.
 *
 * @param status the last step of reservation and order
 * @param reason why the stock refused it, or a part of it
 * @param orderId the order, once placed
 * @param payBy ISO-8601
 * @param asOfIndex position of the newest event applied
 */
@RedisHash(PurchaseView.KEYSPACE)
@IndexingOptions(creationMode = IndexCreationMode.SKIP_ALWAYS)
public record PurchaseView(
        @Id String purchaseId,
        @Nullable String saleId,
        @Nullable String userId,
        @Nullable String offerId,
        @Nullable Integer quantity,
        @Nullable Long amountMinor,
        @Nullable String currency,
        @Nullable String payBy,
        @Nullable String status,
        @Nullable String reason,
        @Nullable String orderId,
        @Nullable Long asOfIndex) {
    static final String KEYSPACE = "read:purchase";

    static String key(String purchaseId) {
        return KEYSPACE + ":" + purchaseId;
    }

    /** A bundle that one of its stocks refused is refused as a whole, whatever happens to its other parts. */
    boolean isRefused() {
        return reason != null && orderId == null;
    }

    PurchaseState state() {
        return isRefused() || status == null ? PurchaseState.REFUSED : PurchaseState.valueOf(status);
    }
}
