package dev.flashsale.analysis.report;

import java.util.List;

/** Attempts counted in equal slices of time, and how many of them got their units. Times are microseconds after opening. */
final class Rush {
    static final long TEN_MS = 10_000;

    final long from;
    final long width;
    final long[] attempts;
    final long[] served;

    private Rush(long from, long width, int slices) {
        this.from = from;
        this.width = width;
        this.attempts = new long[slices];
        this.served = new long[slices];
    }

    /** The attempts of a stretch of time, in slices of this width. */
    static Rush between(SaleStory sale, long from, long to, long width) {
        long start = Math.floorDiv(from, width) * width;
        Rush rush = new Rush(start, width, (int) Math.max(1, Math.ceilDiv(to - start, width)));
        for (Attempt attempt : sale.attempts()) {
            long slice = Math.floorDiv(SaleStory.micros(sale.opensAt(), attempt.decidedAt) - start, width);
            if (slice >= 0 && slice < rush.attempts.length) {
                rush.attempts[(int) slice]++;
                rush.served[(int) slice] += attempt.got() ? 1 : 0;
            }
        }
        return rush;
    }

    /** All attempts, in at most about 150 slices of a round width. */
    static Rush whole(SaleStory sale) {
        List<Long> times = sale.attempts().stream()
                .map(attempt -> SaleStory.micros(sale.opensAt(), attempt.decidedAt))
                .sorted()
                .toList();
        long from = times.isEmpty() ? 0 : Math.min(0, times.getFirst());
        long to = times.isEmpty() ? 1 : times.getLast() + 1;
        long width = Math.max(TEN_MS, (long) Scale.step((to - from) / 150.0));
        return between(sale, from, to, width);
    }

    long most() {
        long most = 1;
        for (long count : attempts) {
            most = Math.max(most, count);
        }
        return most;
    }

    long to() {
        return from + width * attempts.length;
    }
}
