package dev.flashsale.query.storefront.stub;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerResponse;

/** What the stubbed shop knows, and the levers with which a test makes it behave. */
public final class StubState {
    /** The shop's clock is far from the browser's, so a countdown on the device's clock would be seen. */
    private static final Duration OFFSET = Duration.ofHours(-7);

    final Map<String, StubSale> sales = new ConcurrentSkipListMap<>();
    final Map<String, StubPurchase> purchases = new ConcurrentHashMap<>();
    private final Map<String, List<Consumer<StubPurchase>>> watchers = new ConcurrentHashMap<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private final AtomicInteger unclearAnswers = new AtomicInteger();
    private final AtomicBoolean refusesNext = new AtomicBoolean();
    private volatile boolean streams = true;
    private volatile String scheduled = "";
    private final Queue<ServerResponse> atTheGate = new ConcurrentLinkedQueue<>();
    final AtomicInteger journeys = new AtomicInteger();
    final AtomicInteger challenges = new AtomicInteger();
    final AtomicInteger tickets = new AtomicInteger();
    volatile Map<String, Object> evidence = Map.of();
    volatile Map<String, Object> policy = Map.of();
    final Map<String, Map<String, Object>> blocks = new ConcurrentSkipListMap<>();

    Instant now() {
        return Instant.now().plus(OFFSET);
    }

    /** A sale in euros that opens after this time and has this many kettles. */
    public void sale(String saleId, String title, Duration untilOpening, int units) {
        sale(saleId, title, "EUR", untilOpening, units);
    }

    /** A sale that opens after this time and has this many kettles. */
    public void sale(String saleId, String title, String currency, Duration untilOpening, int units) {
        Instant opensAt = now().plus(untilOpening);
        sales.put(saleId, new StubSale(saleId, title, currency, opensAt, opensAt.plus(Duration.ofHours(2)), units));
    }

    /** From now on the sale demands tickets, and this challenge (null for none) before one is given. */
    public void demand(String saleId, @Nullable String challenge, boolean journey) {
        StubSale sale = sale(saleId);
        sale.challenge = challenge;
        sale.journey = journey;
        sale.ticket = true;
    }

    /** From now on the sale is for those only; as the query API tells it. */
    public void eligible(String saleId, Map<String, Object> eligibility) {
        sale(saleId).eligibility = eligibility;
    }

    /** The gate turns the next purchase away with this problem, in the order of the calls. */
    public void turnAwayNext(HttpStatus status, String problem, Map<String, Object> members) {
        Map<String, Object> all = new HashMap<>(members);
        all.put("recorded", false);
        atTheGate.add(StubAnswers.problem(status, problem, all));
    }

    /** How many challenges were asked for. */
    public int challengeCount() {
        return challenges.get();
    }

    /** How many tickets were given. */
    public int ticketCount() {
        return tickets.get();
    }

    /** How many notes of a page being opened were given. */
    public int journeyCount() {
        return journeys.get();
    }

    /** Who may try, as a merchant said it last. */
    public Map<String, Object> policy() {
        return policy;
    }

    /** What the page last said of pointer and keyboard. */
    public Map<String, Object> evidence() {
        return evidence;
    }

    /** How many kettles are left. */
    public void remaining(String saleId, int units) {
        sale(saleId).remaining = units;
    }

    /** The next so many purchases are accepted, but the answer does not say so. */
    public void unclearAnswers(int number) {
        unclearAnswers.set(number);
    }

    /** The next purchase is refused: sold out. */
    public void refuseNext() {
        refusesNext.set(true);
    }

    /** Whether server-sent events get through. */
    public void streams(boolean getThrough) {
        streams = getThrough;
    }

    /** The Idempotency-Keys received, in order. */
    public List<String> keys() {
        return List.copyOf(keys);
    }

    /** The last sale that a merchant asked for, as text. */
    public String scheduled() {
        return scheduled;
    }

    void schedule(Map<String, Object> asked) {
        scheduled = asked.toString();
    }

    /** How many purchases exist. */
    public int purchaseCount() {
        return purchases.size();
    }

    /** Forgets everything. */
    public void clear() {
        sales.clear();
        purchases.clear();
        keys.clear();
        unclearAnswers.set(0);
        refusesNext.set(false);
        streams = true;
        atTheGate.clear();
        journeys.set(0);
        challenges.set(0);
        tickets.set(0);
        evidence = Map.of();
        policy = Map.of();
        blocks.clear();
    }

    StubSale sale(String saleId) {
        StubSale sale = sales.get(saleId);
        if (sale == null) throw new IllegalArgumentException("no sale " + saleId);
        return sale;
    }

    @Nullable
    ServerResponse nextAtTheGate() {
        return atTheGate.poll();
    }

    boolean nextIsRefused() {
        return refusesNext.getAndSet(false);
    }

    boolean nextAnswerIsUnclear() {
        return unclearAnswers.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    boolean streamsGetThrough() {
        return streams;
    }

    /** The purchase that this key names; made at the first request. */
    StubPurchase purchase(StubSale sale, String key, String offerId, int quantity) {
        keys.add(key);
        return purchases.computeIfAbsent("purchase-" + key, id -> {
            sale.remaining -= quantity;
            Instant now = now();
            return new StubPurchase(
                    id,
                    sale.saleId,
                    offerId,
                    quantity,
                    quantity * sale.priceMinor(offerId),
                    sale.currency(),
                    now,
                    now.plusSeconds(120),
                    "RESERVED",
                    1);
        });
    }

    void become(String purchaseId, String status) {
        StubPurchase newer =
                purchases.computeIfPresent(purchaseId, (id, old) -> old.isFinal() ? old : old.with(status));
        if (newer != null) watchers.getOrDefault(purchaseId, List.of()).forEach(watcher -> watcher.accept(newer));
    }

    void watch(String purchaseId, Consumer<StubPurchase> watcher) {
        watchers.computeIfAbsent(purchaseId, id -> new CopyOnWriteArrayList<>()).add(watcher);
        StubPurchase known = purchases.get(purchaseId);
        if (known != null) watcher.accept(known);
    }

    List<StubPurchase> newestFirst() {
        List<StubPurchase> all = new ArrayList<>(purchases.values());
        all.sort((one, other) -> other.placedAt().compareTo(one.placedAt()));
        return all;
    }
}
