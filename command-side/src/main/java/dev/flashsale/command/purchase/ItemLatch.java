package dev.flashsale.command.purchase;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Whether an item is known to be sold out. It closes on a stock's word only, and only if no units came back since before the
 * stock was asked; it opens whenever units come back.
 */
final class ItemLatch {
    private static final long OPEN = Long.MAX_VALUE;

    /** Numbers of all latches differ, so that one that was forgotten and made anew is not taken for the old one. */
    private static final AtomicLong RETURNS = new AtomicLong();

    private volatile long shutFromUnits = OPEN;
    private volatile long returns = RETURNS.incrementAndGet();

    /** Read before a stock is asked, and shown to {@link #close} with its answer. */
    long returnsSeen() {
        return returns;
    }

    /** All buckets together held fewer units than this, at a moment after {@code returnsSeen} was read. */
    synchronized void close(long fewerThanUnits, long returnsSeen) {
        if (returns == returnsSeen) {
            shutFromUnits = Math.min(shutFromUnits, fewerThanUnits);
        }
    }

    /** Units came back, or are just coming back. */
    synchronized void open() {
        returns = RETURNS.incrementAndGet();
        shutFromUnits = OPEN;
    }

    /** Whether a purchase of so many units is certain to be refused. */
    boolean isShutFor(long units) {
        return units >= shutFromUnits;
    }

    boolean isShut() {
        return shutFromUnits != OPEN;
    }
}
