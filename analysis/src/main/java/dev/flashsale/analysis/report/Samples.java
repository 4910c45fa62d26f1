package dev.flashsale.analysis.report;

import java.util.Arrays;

/** Measured stretches of time, in microseconds. A percentile is one of the samples, never a value between two. */
final class Samples {
    private long[] micros = new long[16];
    private int size;
    private boolean sorted = true;

    void add(long sample) {
        if (size == micros.length) {
            micros = Arrays.copyOf(micros, size * 2);
        }
        micros[size++] = sample;
        sorted = false;
    }

    int size() {
        return size;
    }

    /**
     * The smallest sample that so many do not exceed.
     *
     * @param perMille 500 for the median, 1000 for the largest
     * @throws IllegalStateException there are no samples
     */
    long percentile(int perMille) {
        if (size == 0) {
            throw new IllegalStateException("no samples");
        }
        if (!sorted) {
            Arrays.sort(micros, 0, size);
            sorted = true;
        }
        long rank = ((long) perMille * size + 999) / 1_000;
        return micros[(int) Math.max(1, rank) - 1];
    }
}
