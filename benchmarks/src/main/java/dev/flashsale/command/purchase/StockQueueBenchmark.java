package dev.flashsale.command.purchase;

import dev.flashsale.kernel.stock.PurchaseRequest;
import dev.flashsale.kernel.stock.StockId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What gathering costs, per request, where a decision costs nothing: from the offer until the answer is there. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class StockQueueBenchmark {
    private static final int ROUND = 1_024;
    private static final int BATCH = 256;
    private static final StockId STOCK = new StockId("sale", "item", 0);

    private List<PurchaseRequest> requests = List.of();
    private ExecutorService threads = Executors.newSingleThreadExecutor();
    private StockQueue queue = queue(threads);

    /** The same people each time: who they are does not matter to a queue. */
    @Setup
    public void prepare() {
        requests = IntStream.range(0, ROUND)
                .mapToObj(i -> new PurchaseRequest(UUID.randomUUID().toString(), "u" + i, "item", 1, false))
                .toList();
    }

    /** Stops the thread that drains. */
    @TearDown
    public void stop() {
        threads.shutdownNow();
    }

    /** Four batches offered by one thread, drained by another. */
    @Benchmark
    @OperationsPerInvocation(ROUND)
    public void gatherAndAnswer() {
        CompletableFuture<?>[] answers = new CompletableFuture<?>[ROUND];
        for (int i = 0; i < ROUND; i++) {
            CompletableFuture<Answer> answer = new CompletableFuture<>();
            answers[i] = answer;
            if (!queue.offer(new Waiting(requests.get(i), 1, false, answer))) {
                throw new IllegalStateException("the queue refuses what it was made for");
            }
        }
        CompletableFuture.allOf(answers).join();
    }

    private static StockQueue queue(ExecutorService threads) {
        QueueLimit limit = new QueueLimit(2 * ROUND, BATCH, Duration.ofSeconds(5));
        return new StockQueue(limit, BATCH, threads, batch -> batch.forEach(StockQueueBenchmark::accept));
    }

    private static void accept(Waiting waiting) {
        boolean unused = waiting.answer().complete(new Answer.Accepted(waiting.purchaseId(), STOCK, 0, null));
    }
}
