package dev.flashsale.command.purchase;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** Whether this node hears of units that come back on other nodes; asked at most ten times a second. */
final class FeedHealth {
    private static final long ASK_EVERY_NANOS = 100_000_000;

    private final BooleanSupplier current;
    private final AtomicLong askedAtNanos = new AtomicLong(System.nanoTime() - ASK_EVERY_NANOS);
    private volatile boolean lastAnswer;

    FeedHealth(BooleanSupplier current) {
        this.current = current;
    }

    /** False while the edge must not refuse anybody, because it may have missed something. */
    boolean isCurrent() {
        long asked = askedAtNanos.get();
        long now = System.nanoTime();
        if (now - asked >= ASK_EVERY_NANOS && askedAtNanos.compareAndSet(asked, now)) {
            lastAnswer = current.getAsBoolean();
        }
        return lastAnswer;
    }
}
