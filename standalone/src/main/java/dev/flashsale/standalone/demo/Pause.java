package dev.flashsale.standalone.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** Waits that grow, with some chance in them, so that a crowd does not come back as one. */
final class Pause {
    private final long firstMs;
    private final long longestMs;
    private long nextMs;

    Pause(long firstMs, long longestMs) {
        this.firstMs = firstMs;
        this.longestMs = longestMs;
        this.nextMs = firstMs;
    }

    void take() {
        of(Duration.ofMillis(ThreadLocalRandom.current().nextLong(nextMs / 2, nextMs + 1)));
        nextMs = Math.min(longestMs, nextMs * 3 / 2);
    }

    void reset() {
        nextMs = firstMs;
    }

    static void until(Instant instant) {
        of(Duration.between(Instant.now(), instant));
    }

    static void of(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }
}
