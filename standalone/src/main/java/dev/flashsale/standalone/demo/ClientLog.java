package dev.flashsale.standalone.demo;

import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** What the shoppers were told: the other half of the evidence, besides the event store. */
final class ClientLog {
    private final ClientLogFile file;
    private final LongAdder requests = new LongAdder();
    private final LongAdder unknown = new LongAdder();
    private final LongAdder paidUnits = new LongAdder();
    private final Map<String, LongAdder> turnedAway = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> refusals = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> leftWithout = new ConcurrentHashMap<>();
    private final Map<String, String> outcomes = new ConcurrentHashMap<>();
    private final Queue<String> contradictions = new ConcurrentLinkedQueue<>();

    ClientLog() {
        this(ClientLogFile.nothing());
    }

    /** @param file where all of it is written too */
    ClientLog(ClientLogFile file) {
        this.file = file;
    }

    /** Where each request and answer is written. */
    ClientLogFile file() {
        return file;
    }

    void countRequest() {
        requests.increment();
    }

    void countUnknown() {
        unknown.increment();
    }

    void countRefusal(String reason) {
        refusals.computeIfAbsent(reason, r -> new LongAdder()).increment();
    }

    /** The gate turned a request away: nothing was decided, and the shopper may come again. */
    void countTurnedAway(String rule) {
        turnedAway.computeIfAbsent(rule, r -> new LongAdder()).increment();
    }

    /** The server answered 202. */
    void accepted(String purchaseId) {
        outcomes.putIfAbsent(purchaseId, "");
    }

    /** The server showed a final state; a second, different one is a contradiction. */
    void ended(String purchaseId, String status, int units) {
        String before = outcomes.put(purchaseId, status);
        if (before != null && !before.isEmpty() && !before.equals(status)) {
            contradiction("purchase " + purchaseId + " was " + before + " and then " + status);
        }
        if (status.equals("PAID") && !status.equals(before)) {
            paidUnits.add(units);
        }
    }

    /** A shopper wanted the offer until the end, and was told that it is sold out. */
    void leftWithout(String offerId) {
        leftWithout.computeIfAbsent(offerId, o -> new LongAdder()).increment();
    }

    long countLeftWithout(String offerId) {
        LongAdder count = leftWithout.get(offerId);
        return count == null ? 0 : count.sum();
    }

    /** Something that must never be seen. */
    void contradiction(String what) {
        contradictions.add(what);
    }

    long requests() {
        return requests.sum();
    }

    long unknown() {
        return unknown.sum();
    }

    long paidUnits() {
        return paidUnits.sum();
    }

    /** Refused purchases by reason, as the problem's type names it. */
    Map<String, Long> refusals() {
        return sums(refusals);
    }

    /** Requests that the gate turned away, by rule, as the problem's type names it. */
    Map<String, Long> turnedAway() {
        return sums(turnedAway);
    }

    private static Map<String, Long> sums(Map<String, LongAdder> adders) {
        Map<String, Long> counts = new TreeMap<>();
        adders.forEach((reason, count) -> counts.put(reason, count.sum()));
        return counts;
    }

    /** Accepted purchases and the final state that their shopper saw; empty for none. */
    Map<String, String> outcomes() {
        return Map.copyOf(outcomes);
    }

    long accepted() {
        return outcomes.size();
    }

    Queue<String> contradictions() {
        return contradictions;
    }
}
