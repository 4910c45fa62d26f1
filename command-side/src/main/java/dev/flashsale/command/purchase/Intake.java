package dev.flashsale.command.purchase;

import dev.flashsale.kernel.stock.PurchaseRequest;
import dev.flashsale.kernel.stock.ReserveStock;
import dev.flashsale.kernel.stock.StockId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The door to the stocks: requests for one stock gather and are decided by one command and one commit. */
@Component
class Intake {
    private static final long DRAIN_ON_SHUTDOWN_SECONDS = 20;

    private final Map<StockId, StockQueue> queues = new ConcurrentHashMap<>();
    private final ExecutorService executor;
    private final BatchDecision decision;
    private final int queueCapacity;
    private final int batchSize;
    private final Duration longestWait;
    private final Counter refusedAtOnce;
    private final DistributionSummary batchSizes;

    Intake(
            BatchDecision decision,
            MeterRegistry meters,
            @Value("${flashsale.intake.threads:8}") int threads,
            @Value("${flashsale.intake.queue-capacity:10000}") int queueCapacity,
            @Value("${flashsale.intake.batch-size:256}") int batchSize,
            @Value("${flashsale.intake.longest-wait-ms:2500}") long longestWaitMs) {
        this.decision = decision;
        this.queueCapacity = queueCapacity;
        this.batchSize = Math.min(batchSize, ReserveStock.MAX_REQUESTS);
        this.longestWait = Duration.ofMillis(longestWaitMs);
        this.executor = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("intake-", 0).factory());
        Gauge.builder("flashsale.intake.waiting", this, Intake::waiting)
                .description("purchase requests that wait for their decision")
                .register(meters);
        refusedAtOnce = Counter.builder("flashsale.intake.refused.at.once")
                .description("purchase requests turned away because more were waiting than could be served in time")
                .register(meters);
        batchSizes = DistributionSummary.builder("flashsale.intake.batch.size")
                .description("purchase requests decided by one command and one commit")
                .publishPercentileHistogram()
                .register(meters);
    }

    /**
     * Queues a request. The future completes once the decision is durable; it completes exceptionally when the outcome is
     * unknown, and with {@link Answer.Busy} when the queue is full.
     */
    CompletableFuture<Answer> submit(StockId stockId, PurchaseRequest request, int buckets, boolean keyNeedsClaim) {
        return submit(stockId, new Waiting(request, buckets, keyNeedsClaim, new CompletableFuture<>()));
    }

    /** As above, for a request that says what the edge may do with it. */
    CompletableFuture<Answer> submit(StockId stockId, Waiting waiting) {
        if (!queueOf(stockId).offer(waiting)) {
            refusedAtOnce.increment();
            waiting.turnAway();
        }
        return waiting.answer();
    }

    /** Until the turn of whoever asks this stock now, by its pace so far. */
    Duration expectedWait(StockId stockId) {
        StockQueue queue = queues.get(stockId);
        return queue == null ? Duration.ZERO : queue.expectedWait();
    }

    private StockQueue queueOf(StockId stockId) {
        return queues.computeIfAbsent(
                stockId,
                id -> new StockQueue(
                        new QueueLimit(queueCapacity, batchSize, longestWait),
                        batchSize,
                        executor,
                        batch -> decide(id, batch)));
    }

    private void decide(StockId stockId, List<Waiting> batch) {
        batchSizes.record(batch.size());
        decision.decide(stockId, batch);
    }

    private double waiting() {
        return queues.values().stream().mapToInt(StockQueue::length).sum();
    }

    /** Lets what was taken be decided: whoever waits gets an answer. */
    @PreDestroy
    void drain() throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DRAIN_ON_SHUTDOWN_SECONDS);
        while (waiting() > 0 && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        executor.shutdown();
        boolean unused = executor.awaitTermination(DRAIN_ON_SHUTDOWN_SECONDS, TimeUnit.SECONDS);
    }
}
