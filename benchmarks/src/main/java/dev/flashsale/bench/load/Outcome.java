package dev.flashsale.bench.load;

import java.util.Arrays;

/** What came back, in the order of the answers. */
public final class Outcome {
    private final long startNanos;
    private long[] answeredNanos = new long[1 << 14];
    private long[] latencyNanos = new long[1 << 14];
    private short[] statuses = new short[1 << 14];
    private int count;

    Outcome(long startNanos) {
        this.startNanos = startNanos;
    }

    void add(int status, long intendedNanos, long nowNanos) {
        if (count == statuses.length) {
            answeredNanos = Arrays.copyOf(answeredNanos, count * 2);
            latencyNanos = Arrays.copyOf(latencyNanos, count * 2);
            statuses = Arrays.copyOf(statuses, count * 2);
        }
        answeredNanos[count] = nowNanos;
        latencyNanos[count] = nowNanos - intendedNanos;
        statuses[count++] = (short) status;
    }

    /** Answers of any kind. */
    public int answers() {
        return count;
    }

    /** Answers with this status; 0 for connections lost. */
    public int answers(int status) {
        int found = 0;
        for (int i = 0; i < count; i++) {
            found += statuses[i] == status ? 1 : 0;
        }
        return found;
    }

    /** When the run began, as of {@link System#nanoTime()}. */
    public long startNanos() {
        return startNanos;
    }

    /** From the first request to the last answer. */
    public double seconds() {
        return count == 0 ? 0 : (answeredNanos[count - 1] - startNanos) / 1e9;
    }

    /** From the first request to the last answer with this status. */
    public double secondsUntilLast(int status) {
        for (int i = count - 1; i >= 0; i--) {
            if (statuses[i] == status) {
                return (answeredNanos[i] - startNanos) / 1e9;
            }
        }
        return 0;
    }

    /** Answers with this status per second, until the last of them. */
    public double perSecond(int status) {
        double seconds = secondsUntilLast(status);
        return seconds == 0 ? 0 : answers(status) / seconds;
    }

    /** Answers with this status within the first so many seconds. */
    public int answersWithin(int status, double seconds) {
        int found = 0;
        for (int i = 0; i < count; i++) {
            found += statuses[i] == status && answeredNanos[i] - startNanos <= seconds * 1e9 ? 1 : 0;
        }
        return found;
    }

    /** Milliseconds from when a request should have gone out to its answer. */
    public Latencies latencies() {
        return Latencies.of(Arrays.copyOf(latencyNanos, count));
    }
}
