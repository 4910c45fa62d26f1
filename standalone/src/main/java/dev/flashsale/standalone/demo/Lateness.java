package dev.flashsale.standalone.demo;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** How long after their recorded instant requests were sent. */
final class Lateness {
    private final int[] millis;
    private final AtomicInteger count = new AtomicInteger();

    Lateness(int capacity) {
        this.millis = new int[capacity];
    }

    void record(Duration late) {
        millis[count.getAndIncrement()] = (int) Math.max(0, Math.min(Integer.MAX_VALUE, late.toMillis()));
    }

    /** The value below which this share of the requests stayed, in milliseconds. */
    int percentile(double share) {
        int[] sorted = Arrays.copyOf(millis, Math.min(count.get(), millis.length));
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1L, (long) (share * sorted.length))];
    }

    @Override
    public String toString() {
        return "sent late by %,d ms (median), %,d ms (99 of 100), %,d ms (most)"
                .formatted(percentile(0.5), percentile(0.99), percentile(1));
    }
}
