package dev.flashsale.command.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Many threads at one queue: one drain at a time, nobody lost, each one's requests in their order. */
class StockQueueRaceTest {
    private static final int SHOPPERS = 8;
    private static final int REQUESTS = 5_000;

    @Test
    void noRequestIsLostDoubledOrOvertakenByALaterOneOfItsSender() throws Exception {
        // given a queue served by four threads
        AtomicBoolean busy = new AtomicBoolean();
        AtomicInteger intrusions = new AtomicInteger();
        ConcurrentLinkedQueue<String> decided = new ConcurrentLinkedQueue<>();
        try (ExecutorService servers = Executors.newFixedThreadPool(4);
                ExecutorService shoppers = Executors.newFixedThreadPool(SHOPPERS)) {
            StockQueue queue =
                    new StockQueue(new QueueLimit(SHOPPERS * REQUESTS, 64, Duration.ofHours(1)), 64, servers, batch -> {
                        if (!busy.compareAndSet(false, true)) {
                            intrusions.incrementAndGet();
                        }
                        batch.forEach(waiting -> {
                            decided.add(waiting.purchaseId());
                            waiting.turnAway();
                        });
                        busy.set(false);
                    });

            // when many threads offer at once
            CountDownLatch start = new CountDownLatch(1);
            List<Future<List<Waiting>>> all = new ArrayList<>();
            for (int shopper = 0; shopper < SHOPPERS; shopper++) {
                String name = shopper + "-";
                all.add(shoppers.submit(() -> {
                    start.await();
                    return offerAll(queue, name);
                }));
            }
            start.countDown();

            // then everyone is answered, once, and two batches are never decided at the same time
            for (Future<List<Waiting>> mine : all) {
                for (Waiting waiting : mine.get(60, TimeUnit.SECONDS)) {
                    assertThat(waiting.answer().get(60, TimeUnit.SECONDS)).isNotNull();
                }
            }
            assertThat(intrusions).hasValue(0);
            assertThat(queue.length()).isZero();
        }
        assertThat(decided).hasSize(SHOPPERS * REQUESTS).doesNotHaveDuplicates();
        for (int shopper = 0; shopper < SHOPPERS; shopper++) {
            String name = shopper + "-";
            assertThat(decided.stream()
                            .filter(id -> id.startsWith(name))
                            .map(id -> Integer.valueOf(id.substring(name.length()))))
                    .isSorted();
        }
    }

    private static List<Waiting> offerAll(StockQueue queue, String name) {
        List<Waiting> mine = new ArrayList<>(REQUESTS);
        for (int i = 0; i < REQUESTS; i++) {
            Waiting waiting = StockQueueTest.waiting(name + i);
            assertThat(queue.offer(waiting)).isTrue();
            mine.add(waiting);
        }
        return mine;
    }
}
