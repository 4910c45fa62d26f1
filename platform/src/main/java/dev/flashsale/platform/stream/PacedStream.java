package dev.flashsale.platform.stream;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * A processor's view of the events. A processor that has caught up starts no more than one batch per pace: at full speed
 * every commit of a few events would otherwise cost each processor a transaction of its own. One that is behind, or that
 * has waited longer than the pace already, never pauses.
 */
final class PacedStream implements BlockingStream<TrackedEventMessage<?>> {
    /** Axon's stream can miss a signal given between its look and its wait; it then looks again after this. */
    private static final long LONGEST_WAIT_MS = 50;

    private final BlockingStream<TrackedEventMessage<?>> events;
    private final long paceNanos;
    private boolean caughtUp;
    private long lastBatchAt;

    PacedStream(BlockingStream<TrackedEventMessage<?>> events, Duration pace) {
        this.events = events;
        this.paceNanos = pace.toNanos();
        this.lastBatchAt = System.nanoTime() - paceNanos;
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        boolean available = events.hasNextAvailable(0, unit);
        if (timeout == 0) {
            caughtUp |= !available;
            return available;
        }
        long end = System.nanoTime() + unit.toNanos(timeout);
        for (long left = unit.toNanos(timeout); !available && left > 0; left = end - System.nanoTime()) {
            caughtUp = true;
            long slice = Math.clamp(TimeUnit.NANOSECONDS.toMillis(left), 1, LONGEST_WAIT_MS);
            available = events.hasNextAvailable((int) slice, TimeUnit.MILLISECONDS);
        }
        if (available) {
            keepPace();
        }
        return available;
    }

    private void keepPace() throws InterruptedException {
        if (caughtUp) {
            for (long early; (early = lastBatchAt + paceNanos - System.nanoTime()) > 0; ) {
                LockSupport.parkNanos(early);
                if (Thread.interrupted()) {
                    throw new InterruptedException("interrupted while waiting for company for an event");
                }
            }
        }
        caughtUp = false;
        lastBatchAt = System.nanoTime();
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        Optional<TrackedEventMessage<?>> next = events.peek();
        caughtUp |= next.isEmpty();
        return next;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        return events.nextAvailable();
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        return events.setOnAvailableCallback(callback);
    }

    @Override
    public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> ignored) {
        events.skipMessagesWithPayloadTypeOf(ignored);
    }

    @Override
    public void close() {
        events.close();
    }
}
