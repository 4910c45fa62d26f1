package dev.flashsale.bench.bots;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** So many requests a second and no more, for everything that a bot does. */
final class Budget {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final long everyNanos;
    private final AtomicLong next = new AtomicLong(System.nanoTime());

    Budget(int perSecond) {
        this.everyNanos = SECOND / perSecond;
    }

    /** Waits for its turn. What slow answers kept back is made up for, but no more than a second's worth. */
    void take() {
        long now = System.nanoTime();
        long turn = next.updateAndGet(last -> Math.max(last, now - SECOND) + everyNanos);
        Moments.pauseNanos(turn - now);
    }
}
