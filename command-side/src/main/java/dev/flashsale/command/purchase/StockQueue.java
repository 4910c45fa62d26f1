package dev.flashsale.command.purchase;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The queue of one stock. While one batch commits, the next gathers; there is no timer, so a lone request never waits for
 * company.
 */
final class StockQueue {
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger length = new AtomicInteger();
    private final AtomicBoolean draining = new AtomicBoolean();
    private final int capacity;
    private final int batchSize;
    private final Executor executor;
    private final Consumer<List<Waiting>> decide;

    StockQueue(int capacity, int batchSize, Executor executor, Consumer<List<Waiting>> decide) {
        this.capacity = capacity;
        this.batchSize = batchSize;
        this.executor = executor;
        this.decide = decide;
    }

    /** Takes the request, or answers false when more are waiting than could be served in time. */
    boolean offer(Waiting waiting) {
        if (length.incrementAndGet() > capacity) {
            length.decrementAndGet();
            return false;
        }
        queue.add(waiting);
        drainSoon();
        return true;
    }

    int length() {
        return length.get();
    }

    private void drainSoon() {
        if (draining.compareAndSet(false, true)) {
            executor.execute(this::drain);
        }
    }

    private void drain() {
        try {
            List<Waiting> batch = nextBatch();
            if (!batch.isEmpty()) {
                decide.accept(batch);
            }
        } finally {
            draining.set(false);
            // one batch a turn: with more stocks than threads, each gets its turn
            if (!queue.isEmpty()) {
                drainSoon();
            }
        }
    }

    private List<Waiting> nextBatch() {
        List<Waiting> batch = new ArrayList<>(Math.min(batchSize, length.get() + 1));
        Waiting next;
        while (batch.size() < batchSize && (next = queue.poll()) != null) {
            length.decrementAndGet();
            batch.add(next);
        }
        return batch;
    }
}
