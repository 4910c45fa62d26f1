package dev.flashsale.analysis.audit;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** The lowest value of a changing figure within a sliding window of time. */
final class RecentLow {
    private record Past(long value, Instant until) {}

    private final Deque<Past> past = new ArrayDeque<>();
    private long current;

    RecentLow(long value) {
        current = value;
    }

    void becomes(long value, Instant now) {
        // what was higher and ended earlier can never again be the lowest
        while (!past.isEmpty() && past.getLast().value() >= current) {
            past.removeLast();
        }
        past.addLast(new Past(current, now));
        current = value;
    }

    long lowestSince(Instant start) {
        while (!past.isEmpty() && past.getFirst().until().isBefore(start)) {
            past.removeFirst();
        }
        return past.isEmpty() ? current : Math.min(current, past.getFirst().value());
    }
}
