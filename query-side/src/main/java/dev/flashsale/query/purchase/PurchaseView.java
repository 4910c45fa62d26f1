package dev.flashsale.query.purchase;

import dev.flashsale.kernel.purchase.PurchaseState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A purchase as the events tell it; every field but the id is absent until its event came.
 *
 * @param status the last step of reservation and order
 * @param reason why the stock refused it, or a part of it
 * @param orderId the order, once placed
 * @param payBy ISO-8601
 * @param asOfIndex position of the newest event applied
 */
record PurchaseView(
        String purchaseId,
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

    /** Names of the hash's fields, in the order in which {@link #of} takes their values. */
    static final List<String> FIELDS = List.of(
            "saleId",
            "userId",
            "offerId",
            "quantity",
            "amountMinor",
            "currency",
            "payBy",
            "status",
            "reason",
            "orderId",
            "asOfIndex");

    /** Read field by field: a mapper that looks at the class for every read costs more than Redis does. */
    static PurchaseView of(String purchaseId, List<@Nullable String> values) {
        String quantity = values.get(3);
        String amountMinor = values.get(4);
        String asOfIndex = values.get(10);
        return new PurchaseView(
                purchaseId,
                values.get(0),
                values.get(1),
                values.get(2),
                quantity == null ? null : Integer.valueOf(quantity),
                amountMinor == null ? null : Long.valueOf(amountMinor),
                values.get(5),
                values.get(6),
                values.get(7),
                values.get(8),
                values.get(9),
                asOfIndex == null ? null : Long.valueOf(asOfIndex));
    }

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
