package dev.flashsale.command.purchase;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The queue of one stock. While one batch commits, the next gathers; there is no timer, so a lone request never waits for
 * company.
 */
final class StockQueue {
    private static final Logger LOG = LoggerFactory.getLogger(StockQueue.class);

    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger length = new AtomicInteger();
    private final AtomicBoolean draining = new AtomicBoolean();
    private final QueueLimit limit;
    private final int batchSize;
    private final Executor executor;
    private final Consumer<List<Waiting>> decide;

    StockQueue(QueueLimit limit, int batchSize, Executor executor, Consumer<List<Waiting>> decide) {
        this.limit = limit;
        this.batchSize = batchSize;
        this.executor = executor;
        this.decide = decide;
    }

    /** Takes the request, or answers false when more are waiting than could be served in time. */
    boolean offer(Waiting waiting) {
        if (length.incrementAndGet() > limit.requests()) {
            length.decrementAndGet();
            return false;
        }
        queue.add(waiting);
        drainSoon();
        return true;
    }

    /** Until the turn of whoever comes now. */
    Duration expectedWait() {
        return limit.timeFor(length() + 1);
    }

    int length() {
        return length.get();
    }

    private void drainSoon() {
        if (draining.compareAndSet(false, true)) {
            try {
                executor.execute(this::drain);
            } catch (RejectedExecutionException e) {
                // shut down: whoever still waits must not wait for ever
                draining.set(false);
                takeUpTo(Integer.MAX_VALUE).forEach(Waiting::turnAway);
            }
        }
    }

    // whatever goes wrong, nobody may be left without an answer
    private void drain() {
        List<Waiting> batch = takeUpTo(batchSize);
        try {
            if (!batch.isEmpty()) {
                long begun = System.nanoTime();
                decide.accept(batch);
                limit.served(batch.size(), System.nanoTime() - begun);
            }
        } catch (Throwable e) {
            LOG.warn("The outcome of up to {} purchase requests is unknown", batch.size(), e);
            batch.forEach(waiting -> waiting.answer().completeExceptionally(e));
        } finally {
            draining.set(false);
            // one batch a turn: with more stocks than threads, each gets its turn
            if (!queue.isEmpty()) {
                drainSoon();
            }
        }
    }

    private List<Waiting> takeUpTo(int most) {
        List<Waiting> batch = new ArrayList<>();
        Waiting next;
        while (batch.size() < most && (next = queue.poll()) != null) {
            length.decrementAndGet();
            batch.add(next);
        }
        return batch;
    }
}
