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

    /** @param start what lay before this will not be asked for again */
    void becomes(long value, Instant now, Instant start) {
        trim(start);
        // what was higher and ended earlier can never again be the lowest
        while (!past.isEmpty() && past.getLast().value() >= current) {
            past.removeLast();
        }
        past.addLast(new Past(current, now));
        current = value;
    }

    private void trim(Instant start) {
        while (!past.isEmpty() && past.getFirst().until().isBefore(start)) {
            past.removeFirst();
        }
    }

    long lowestSince(Instant start) {
        trim(start);
        return past.isEmpty() ? current : Math.min(current, past.getFirst().value());
    }
}
