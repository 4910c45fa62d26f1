package dev.flashsale.command.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flashsale.kernel.stock.PurchaseRequest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Requests gather while a batch is decided, keep their order, and nobody is left without an answer. */
class StockQueueTest {
    /** Runs what it was given when the test says so. */
    private static final class Turns implements Executor {
        final Queue<Runnable> waiting = new ArrayDeque<>();

        @Override
        public void execute(Runnable task) {
            waiting.add(task);
        }

        void next() {
            waiting.remove().run();
        }
    }

    private final Turns turns = new Turns();
    private final List<String> batches = new ArrayList<>();

    @Test
    void aLoneRequestDoesNotWaitForCompany() {
        // given an idle queue, when one request comes, then its batch is due at once
        StockQueue queue = queue(10, 10);
        queue.offer(waiting("a"));
        turns.next();
        assertThat(batches).containsExactly("a");
        assertThat(turns.waiting).isEmpty();
    }

    @Test
    void whatComesWhileABatchIsDecidedIsDecidedTogetherNext() {
        // given a batch during whose decision three more requests come
        List<StockQueue> self = new ArrayList<>();
        StockQueue queue = new StockQueue(new QueueLimit(10, 10, Duration.ofHours(1)), 10, turns, batch -> {
            batches.add(names(batch));
            if (batches.size() == 1) {
                List.of("b", "c", "d").forEach(name -> self.getFirst().offer(waiting(name)));
            }
        });
        self.add(queue);
        queue.offer(waiting("a"));

        // when the queue takes its turns, then the three are one batch in their order of arrival
        turns.next();
        turns.next();
        assertThat(batches).containsExactly("a", "bcd");
        assertThat(turns.waiting).isEmpty();
    }

    @Test
    void aBatchIsNeverLargerThanItsSize() {
        // given seven requests and batches of three, when the queue takes its turns, then the order is kept across
        // batches
        StockQueue queue = queue(10, 3);
        "abcdefg".chars().forEach(c -> queue.offer(waiting(Character.toString(c))));
        IntStream.range(0, 3).forEach(turn -> turns.next());
        assertThat(batches).containsExactly("abc", "def", "g");
        assertThat(queue.length()).isZero();
    }

    @Test
    void aFullQueueTakesNobodyUntilSomeoneLeft() {
        // given a queue for two that is full
        StockQueue queue = queue(2, 1);
        assertThat(queue.offer(waiting("a"))).isTrue();
        assertThat(queue.offer(waiting("b"))).isTrue();
        assertThat(queue.offer(waiting("c"))).isFalse();

        // when one was decided, then there is room for one
        turns.next();
        assertThat(queue.offer(waiting("d"))).isTrue();
        assertThat(queue.offer(waiting("e"))).isFalse();
        turns.next();
        turns.next();
        assertThat(batches).containsExactly("a", "b", "d");
    }

    @Test
    void stocksThatShareAThreadTakeTurns() {
        // given one stock with a long queue and one with a short one
        StockQueue crowded = queue(10, 1);
        StockQueue calm = queue(10, 1);
        List.of("a", "b", "c").forEach(name -> crowded.offer(waiting(name)));
        calm.offer(waiting("x"));

        // when the thread works, then the short queue does not wait for the end of the long one
        IntStream.range(0, 4).forEach(turn -> turns.next());
        assertThat(batches).containsExactly("a", "x", "b", "c");
    }

    @Test
    void aFailureReachesEveryoneInItsBatchAndNobodyElse() {
        // given decisions that fail for b, by an exception or by an error
        for (Throwable failure : List.of(new IllegalStateException("broken"), new StackOverflowError("broken"))) {
            StockQueue queue = new StockQueue(new QueueLimit(10, 2, Duration.ofHours(1)), 2, turns, batch -> {
                if (names(batch).contains("b")) {
                    sneakyThrow(failure);
                }
                batch.forEach(Waiting::turnAway);
            });
            List<Waiting> all =
                    "abcd".chars().mapToObj(c -> waiting(Character.toString(c))).toList();

            // when all were decided, then a and b know that their outcome is unknown, and c and d have theirs
            all.forEach(queue::offer);
            turns.next();
            turns.next();
            assertThatThrownBy(() -> all.get(0).answer().join()).hasCause(failure);
            assertThatThrownBy(() -> all.get(1).answer().join()).hasCause(failure);
            assertThat(all.get(2).answer()).isCompletedWithValue(new Answer.Busy("c"));
            assertThat(all.get(3).answer()).isCompletedWithValue(new Answer.Busy("d"));
        }
    }

    @Test
    void whoeverComesAfterTheEndIsTurnedAway() {
        // given threads that were shut down
        ExecutorService threads = Executors.newSingleThreadExecutor();
        threads.shutdown();
        StockQueue queue = new StockQueue(new QueueLimit(10, 10, Duration.ofHours(1)), 10, threads, decided());

        // when two requests come, then both hear that nothing was decided, instead of waiting for ever
        Waiting first = waiting("a");
        Waiting second = waiting("b");
        queue.offer(first);
        queue.offer(second);
        assertThat(first.answer()).isCompletedWithValue(new Answer.Busy("a"));
        assertThat(second.answer()).isCompletedWithValue(new Answer.Busy("b"));
        assertThat(queue.length()).isZero();
    }

    private StockQueue queue(int capacity, int batchSize) {
        return new StockQueue(new QueueLimit(capacity, batchSize, Duration.ofHours(1)), batchSize, turns, decided());
    }

    private Consumer<List<Waiting>> decided() {
        return batch -> batches.add(names(batch));
    }

    private static String names(List<Waiting> batch) {
        return String.join("", batch.stream().map(Waiting::purchaseId).toList());
    }

    static Waiting waiting(String purchaseId) {
        PurchaseRequest request = new PurchaseRequest(purchaseId, "user-of-" + purchaseId, "phone", 1, false);
        return new Waiting(request, 1, false, new CompletableFuture<>());
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Throwable> void sneakyThrow(Throwable failure) throws E {
        throw (E) failure;
    }
}
