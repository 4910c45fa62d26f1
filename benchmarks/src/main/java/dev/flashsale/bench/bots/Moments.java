package dev.flashsale.bench.bots;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** Waiting for moments around the opening of a sale, on the clock that it opens by. */
record Moments(Instant opensAt) {
    /** Until so many milliseconds after the opening; before it when negative. */
    void await(long afterOpeningMs) {
        pause(Duration.between(Instant.now(), opensAt).toMillis() + afterOpeningMs);
    }

    /** Milliseconds since the opening; negative before it. */
    long now() {
        return Duration.between(opensAt, Instant.now()).toMillis();
    }

    static void pause(long ms) {
        pauseNanos(Duration.ofMillis(ms).toNanos());
    }

    static void pauseNanos(long nanos) {
        long end = System.nanoTime() + nanos;
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }
}
