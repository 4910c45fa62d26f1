package dev.flashsale.query.storefront.stub;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A purchase and its order, as the query API shows them. */
record StubPurchase(
        String purchaseId,
        String saleId,
        String offerId,
        int quantity,
        long amountMinor,
        String currency,
        Instant placedAt,
        Instant payBy,
        String status,
        long asOfIndex) {

    StubPurchase with(String newStatus) {
        return new StubPurchase(
                purchaseId,
                saleId,
                offerId,
                quantity,
                amountMinor,
                currency,
                placedAt,
                payBy,
                newStatus,
                asOfIndex + 1);
    }

    boolean isFinal() {
        return !status.equals("RESERVED") && !status.equals("AWAITING_PAYMENT");
    }

    Map<String, Object> result(Instant now) {
        Map<String, Object> result = new LinkedHashMap<>(order(now));
        result.put("asOfIndex", asOfIndex);
        return result;
    }

    Map<String, Object> order(Instant now) {
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("orderId", purchaseId);
        order.put("purchaseId", purchaseId);
        order.put("saleId", saleId);
        order.put("offerId", offerId);
        order.put("quantity", quantity);
        order.put("amountMinor", amountMinor);
        order.put("currency", currency);
        order.put("status", status);
        order.put("placedAt", placedAt);
        order.put("payBy", payBy);
        order.put("serverTime", now);
        return order;
    }
}
