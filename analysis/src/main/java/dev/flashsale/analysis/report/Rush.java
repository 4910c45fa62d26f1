package dev.flashsale.analysis.report;

import java.util.LongSummaryStatistics;
import java.util.stream.LongStream;

/**
 * Attempts counted in equal slices of time, how many of them the edge refused and how many got their units. Times are
 * microseconds after opening.
 */
final class Rush {
    static final long TEN_MS = 10_000;

    final long from;
    final long width;
    final long[] attempts;
    final long[] atTheEdge;
    final long[] served;

    private Rush(long from, long width, int slices) {
        this.from = from;
        this.width = width;
        this.attempts = new long[slices];
        this.atTheEdge = new long[slices];
        this.served = new long[slices];
    }

    /** The attempts of a stretch of time, in slices of this width. */
    static Rush between(SaleStory sale, long from, long to, long width) {
        long start = Math.floorDiv(from, width) * width;
        Rush rush = new Rush(start, width, (int) Math.max(1, Math.ceilDiv(to - start, width)));
        for (Attempt attempt : sale.attempts()) {
            rush.count(rush.attempts, SaleStory.micros(sale.opensAt(), attempt.decidedAt));
            if (attempt.got()) {
                rush.count(rush.served, SaleStory.micros(sale.opensAt(), attempt.decidedAt));
            }
        }
        edge(sale).forEach(at -> {
            rush.count(rush.attempts, at);
            rush.count(rush.atTheEdge, at);
        });
        return rush;
    }

    private void count(long[] slices, long at) {
        long slice = Math.floorDiv(at - from, width);
        if (slice >= 0 && slice < slices.length) {
            slices[(int) slice]++;
        }
    }

    private static LongStream edge(SaleStory sale) {
        long opens = dev.flashsale.kernel.attempt.Attempt.micros(sale.opensAt());
        return sale.edge.times().map(at -> at - opens);
    }

    /** All attempts, in at most about 150 slices of a round width. */
    static Rush whole(SaleStory sale) {
        LongStream decided =
                sale.attempts().stream().mapToLong(attempt -> SaleStory.micros(sale.opensAt(), attempt.decidedAt));
        LongSummaryStatistics times = LongStream.concat(decided, edge(sale)).summaryStatistics();
        long from = times.getCount() == 0 ? 0 : Math.min(0, times.getMin());
        long to = times.getCount() == 0 ? 1 : times.getMax() + 1;
        long width = Math.max(TEN_MS, (long) Scale.step((to - from) / 150.0));
        return between(sale, from, to, width);
    }

    /** All attempts, of those slices only in which the edge refused some. */
    long[] withEdge() {
        long[] all = attempts.clone();
        for (int slice = 0; slice < all.length; slice++) {
            all[slice] = atTheEdge[slice] == 0 ? 0 : all[slice];
        }
        return all;
    }

    /** Those that a stock decided, by slice. */
    long[] decided() {
        long[] decided = attempts.clone();
        for (int slice = 0; slice < decided.length; slice++) {
            decided[slice] -= atTheEdge[slice];
        }
        return decided;
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
