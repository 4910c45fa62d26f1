package dev.flashsale.bench.bots;

import dev.flashsale.bench.load.Client.Answer;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** What one kind of customers was told in a sale. */
final class Tally {
    private final LongAdder requests = new LongAdder();
    private final LongAdder unknown = new LongAdder();
    private final LongAdder turnedAway = new LongAdder();
    private final Map<String, LongAdder> refusals = new ConcurrentHashMap<>();
    private final Map<String, Long> accepted = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Fairness.Try> tries = new ConcurrentLinkedQueue<>();

    /** A request that only prepares. */
    void asked() {
        requests.increment();
    }

    /** A purchase request and its answer. */
    void asked(Answer answer) {
        requests.increment();
        if (Said.accepted(answer)) {
            accepted.put(Said.purchaseId(answer), Said.position(answer));
        } else {
            refused(Said.reason(answer));
        }
    }

    void refused(String reason) {
        refusals.computeIfAbsent(reason, r -> new LongAdder()).increment();
    }

    /** Nobody knows what became of a request. */
    void unknown() {
        unknown.increment();
    }

    /** Somebody gave up for a reason that is not the stock's. */
    void turnedAway() {
        turnedAway.increment();
    }

    /** Somebody came to buy, and got this in the end. */
    void tried(Fairness.Try each) {
        tries.add(each);
    }

    long requests() {
        return requests.sum();
    }

    long countTurnedAway() {
        return turnedAway.sum();
    }

    long unknownOutcomes() {
        return unknown.sum();
    }

    /** Accepted purchases with their place in the stock's history. */
    Map<String, Long> accepted() {
        return Map.copyOf(accepted);
    }

    Iterable<Fairness.Try> tries() {
        return tries;
    }

    /** Refusals by reason. */
    Map<String, Long> refusals() {
        Map<String, Long> counts = new TreeMap<>();
        refusals.forEach((reason, count) -> counts.put(reason, count.sum()));
        return counts;
    }
}
