package dev.flashsale.query.storefront.stub;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A sale of one item and one bundle, as the query API shows it. */
final class StubSale {
    final String saleId;
    private final String title;
    private final String currency;
    private final Instant opensAt;
    private final Instant closesAt;
    private final int units;
    int remaining;

    @Nullable
    String challenge;

    boolean ticket;
    boolean journey;

    @Nullable
    Map<String, Object> eligibility;

    private boolean cancelled;

    StubSale(String saleId, String title, String currency, Instant opensAt, Instant closesAt, int units) {
        this.saleId = saleId;
        this.title = title;
        this.currency = currency;
        this.opensAt = opensAt;
        this.closesAt = closesAt;
        this.units = units;
        this.remaining = units;
    }

    String status(Instant now) {
        if (cancelled) return "CANCELLED";
        if (now.isBefore(opensAt)) return "UPCOMING";
        if (!now.isBefore(closesAt)) return "ENDED";
        if (remaining == 0) return "SOLD_OUT";
        return remaining <= Math.max(1, units / 10) ? "LOW_STOCK" : "OPEN";
    }

    void cancel() {
        cancelled = true;
    }

    long priceMinor(String offerId) {
        return offerId.equals("set") ? 5400 : 2490;
    }

    String currency() {
        return currency;
    }

    Map<String, Object> summary(Instant now) {
        return Map.of(
                "saleId",
                saleId,
                "title",
                title,
                "status",
                status(now),
                "currency",
                currency,
                "opensAt",
                opensAt,
                "closesAt",
                closesAt,
                "totalUnits",
                units + 80,
                "remainingUnits",
                remaining + 80);
    }

    Map<String, Object> detail(Instant now) {
        String status = status(now);
        String other = status.equals("SOLD_OUT") || status.equals("LOW_STOCK") ? "OPEN" : status;
        return Map.ofEntries(
                Map.entry("serverTime", now),
                Map.entry("saleId", saleId),
                Map.entry("title", title),
                Map.entry("status", other),
                Map.entry("currency", currency),
                Map.entry("opensAt", opensAt),
                Map.entry("closesAt", closesAt),
                Map.entry("paymentWindowMs", 120_000),
                Map.entry("stale", false),
                Map.entry("admission", admission()),
                Map.entry(
                        "items",
                        List.of(
                                item("kettle", "Enamel kettle, 1.5 litres", 5900, 2490, 2, units, remaining, status),
                                item(
                                        "cup",
                                        "Stoneware cup with a very long name that has to wrap somewhere",
                                        1800,
                                        900,
                                        4,
                                        80,
                                        80,
                                        other))),
                Map.entry(
                        "bundles",
                        List.of(Map.of(
                                "bundleId",
                                "set",
                                "title",
                                "Tea for two",
                                "priceMinor",
                                5400,
                                "limitPerUser",
                                1,
                                "status",
                                status,
                                "components",
                                List.of(
                                        Map.of("itemId", "kettle", "units", 1),
                                        Map.of("itemId", "cup", "units", 2))))));
    }

    private Map<String, Object> admission() {
        Map<String, Object> admission = new HashMap<>();
        admission.put("challenge", challenge);
        admission.put("ticket", ticket);
        admission.put("journey", journey);
        admission.put("queue", ticket);
        admission.put("eligibility", eligibility);
        return admission;
    }

    private static Map<String, Object> item(
            String id, String title, long list, long price, int limit, int total, int left, String status) {
        return Map.of(
                "itemId",
                id,
                "title",
                title,
                "listPriceMinor",
                list,
                "salePriceMinor",
                price,
                "limitPerUser",
                limit,
                "totalUnits",
                total,
                "remainingUnits",
                left,
                "status",
                status);
    }
}
