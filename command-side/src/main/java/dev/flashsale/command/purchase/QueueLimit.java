package dev.flashsale.command.purchase;

import java.time.Duration;

/**
 * How many requests may wait for one stock: as many as it serves within the longest wait, by the pace of its last batches,
 * and never more than the capacity. Whoever would wait longer is told at once, and not after the wait.
 */
final class QueueLimit {
    /** So many batches may always wait: the pace of a cold start says little. */
    private static final int BATCHES_IN_ANY_CASE = 4;

    private static final double WEIGHT_OF_THE_LAST = 0.2;

    private final int capacity;
    private final int inAnyCase;
    private final long longestWaitNanos;
    private volatile int requests;

    // changed by the one thread that drains the queue
    private volatile double nanosPerRequest;

    QueueLimit(int capacity, int batchSize, Duration longestWait) {
        this.capacity = capacity;
        this.inAnyCase = BATCHES_IN_ANY_CASE * batchSize;
        this.longestWaitNanos = longestWait.toNanos();
        this.requests = capacity;
    }

    int requests() {
        return requests;
    }

    /** How long so many requests take, by the pace of the last batches; zero before the first. */
    Duration timeFor(int requests) {
        return Duration.ofNanos((long) (nanosPerRequest * requests));
    }

    /** A batch was decided. */
    void served(int batch, long nanos) {
        double last = (double) nanos / batch;
        double pace = nanosPerRequest == 0 ? last : nanosPerRequest + WEIGHT_OF_THE_LAST * (last - nanosPerRequest);
        nanosPerRequest = pace;
        double inTime = longestWaitNanos / Math.max(1, pace);
        requests = (int) Math.min(capacity, Math.max(inAnyCase, inTime));
    }
}
