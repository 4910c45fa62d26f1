package dev.flashsale.standalone.demo;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/**
 * Shoppers who found an offer sold out and watch the page: when units come back, some of them try again. One reader looks
 * at the sale on behalf of all, otherwise the page views of thousands would be most of the load.
 */
final class Comebacks {
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private final Shop shop;
    private final SalePlan plan;
    private final String saleId;
    private final Map<String, Queue<CompletableFuture<Boolean>>> watchers = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> trying = new ConcurrentHashMap<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile boolean over;
    private volatile Map<String, Long> shown = Map.of();
    private volatile long remainingUnits = -1;

    Comebacks(Shop shop, SalePlan plan, String saleId) {
        this.shop = shop;
        this.plan = plan;
        this.saleId = saleId;
    }

    /** Waits for units of the offer, and has to be followed by {@link #tried}; false when the sale is over. */
    boolean await(String offerId) {
        CompletableFuture<Boolean> chance = new CompletableFuture<>();
        waiting.incrementAndGet();
        watchers.computeIfAbsent(offerId, o -> new ConcurrentLinkedQueue<>()).add(chance);
        if (over) {
            chance.complete(false);
        }
        try {
            return chance.join();
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** The shopper who was called back has an answer. */
    void tried(String offerId) {
        trying(offerId).decrementAndGet();
    }

    private AtomicInteger trying(String offerId) {
        return trying.computeIfAbsent(offerId, o -> new AtomicInteger());
    }

    int waiting() {
        return waiting.get();
    }

    /** Units on sale as the page last showed them; -1 before the first look. */
    long remainingUnits() {
        return remainingUnits;
    }

    /** Whether the page, when it was last read, offered no piece of this any more. */
    boolean showsSoldOut(String offerId) {
        Map<String, Long> units = shown;
        return !units.isEmpty() && pieces(offerId, units) == 0;
    }

    private long pieces(String offerId, Map<String, Long> units) {
        return plan.unitsOf(offerId).entrySet().stream()
                .mapToLong(part -> units.getOrDefault(part.getKey(), 0L) / part.getValue())
                .min()
                .orElse(0);
    }

    /** Looks at the page until the sale is over. */
    void watch() {
        while (!over) {
            Answer sale = shop.get("/api/sales/" + saleId, null);
            if (sale.status() == 200) {
                callBack(remaining(sale.body().path("items")));
            }
            Pause.of(LOOK_EVERY);
        }
    }

    void end() {
        over = true;
        watchers.values().forEach(queue -> queue.forEach(chance -> chance.complete(false)));
    }

    private Map<String, Long> remaining(JsonNode items) {
        Map<String, Long> remaining = new HashMap<>();
        for (JsonNode item : items) {
            remaining.put(
                    item.path("itemId").asString(""),
                    item.path("remainingUnits").asLong(0));
        }
        shown = Map.copyOf(remaining);
        remainingUnits = remaining.values().stream().mapToLong(Long::longValue).sum();
        return remaining;
    }

    // A few more than there are units, as in any crowd. Those called before who have no answer yet count: the page may
    // still show units that they are about to get.
    private void callBack(Map<String, Long> remaining) {
        watchers.forEach((offerId, queue) -> {
            long pieces = pieces(offerId, remaining);
            for (long chances = pieces == 0 ? 0 : pieces + 2 - trying(offerId).get(); chances > 0; chances--) {
                CompletableFuture<Boolean> chance = queue.poll();
                if (chance == null) {
                    return;
                }
                trying(offerId).incrementAndGet();
                chance.complete(true);
            }
        });
    }
}
