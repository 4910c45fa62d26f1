package dev.flashsale.bench.load;

import java.util.Arrays;

/** Percentiles in milliseconds; exact, because every value is kept. */
public record Latencies(double p50, double p99, double p999, int count) {
    private static final double NANOS_PER_MS = 1e6;

    /** Of these nanoseconds; sorts them. */
    public static Latencies of(long[] nanos) {
        Arrays.sort(nanos);
        return new Latencies(at(nanos, 0.5), at(nanos, 0.99), at(nanos, 0.999), nanos.length);
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0
                ? Double.NaN
                : sorted[Math.min(sorted.length - 1, (int) Math.ceil(sorted.length * share) - 1)] / NANOS_PER_MS;
    }
}
