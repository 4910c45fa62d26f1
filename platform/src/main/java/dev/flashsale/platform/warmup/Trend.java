package dev.flashsale.platform.warmup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The latency of one kind of request, round by round. */
final class Trend {
    private static final int LOOK_BACK = 3;
    private static final double STILL_FALLING = 0.9;

    private final List<Long> medians = new ArrayList<>();

    /** @param nanos what the requests of a round took */
    void add(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        medians.add(sorted[sorted.length / 2]);
    }

    /** Whether the last three rounds together brought less than a tenth on what was reached before them. */
    boolean isFlat() {
        int before = medians.size() - LOOK_BACK;
        return before >= LOOK_BACK && best(before, medians.size()) > best(0, before) * STILL_FALLING;
    }

    /** First and best median of a round, in milliseconds. */
    String summary() {
        return medians.isEmpty()
                ? "none"
                : "%.1f -> %.2f ms".formatted(medians.getFirst() / 1e6, best(0, medians.size()) / 1e6);
    }

    private long best(int from, int to) {
        return medians.subList(from, to).stream()
                .mapToLong(Long::longValue)
                .min()
                .orElse(Long.MAX_VALUE);
    }
}
