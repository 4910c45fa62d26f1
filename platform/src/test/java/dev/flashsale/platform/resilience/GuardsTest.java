package dev.flashsale.platform.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.bulkhead.ThreadPoolBulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A guard trips when calls fail, spares whoever is away, and heals; the endpoint and the metrics tell. */
class GuardsTest {
    private static final Duration NEVER_SLOW = Duration.ofMinutes(1);
    private static final ResilienceSettings QUICK = new ResilienceSettings(
            4,
            Duration.ofSeconds(10),
            50,
            Duration.ofMillis(200),
            Duration.ofMillis(200),
            Duration.ofMillis(200),
            2,
            1);

    private final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.ofDefaults();
    private final BulkheadRegistry bulkheads = BulkheadRegistry.ofDefaults();
    private final ThreadPoolBulkheadRegistry pools = ThreadPoolBulkheadRegistry.ofDefaults();
    private final TimeLimiterRegistry limiters = TimeLimiterRegistry.ofDefaults();
    private final Guards guards = new Guards(breakers, bulkheads, pools, limiters, QUICK);
    private final ResilienceEndpoint endpoint = new ResilienceEndpoint(breakers, bulkheads, pools, limiters);

    @AfterEach
    void close() throws Exception {
        pools.close();
    }

    @Test
    void aGuardTripsSparesWhoIsAwayAndHeals() {
        // given somebody who fails
        Guard guard = guards.here("friend", NEVER_SLOW);
        AtomicInteger calls = new AtomicInteger();
        for (int i = 0; i < QUICK.calls(); i++) {
            assertThatThrownBy(() -> guard.call(() -> fail(calls))).isInstanceOf(IllegalStateException.class);
        }

        // when, then nobody calls them
        assertThatThrownBy(() -> guard.call(() -> fail(calls))).isInstanceOf(NotCalledException.class);
        assertThat(calls).hasValue(QUICK.calls());
        assertThat(endpoint.guards().get("friend"))
                .extracting(ResilienceEndpoint.State::state)
                .isEqualTo("OPEN");

        // when they are back, then after a pause everybody does
        await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> guard.call(() -> true));
        await().atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .until(() -> guard.call(() -> guard.state().equals("CLOSED")));
    }

    @Test
    void fewFailuresStopNobody() {
        Guard guard = guards.here("friend", NEVER_SLOW);
        for (int i = 0; i < QUICK.calls() - 1; i++) {
            assertThatThrownBy(() -> guard.call(() -> fail(new AtomicInteger())))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(guard.call(() -> "still called")).isEqualTo("still called");
    }

    @Test
    void whoeverWaitsForAnAnswerThatNeverComesWaitsForAWhileOnly() {
        // given
        TimedGuard guard = guards.forCommands("commands");
        for (int i = 0; i < QUICK.calls(); i++) {
            assertThatThrownBy(() -> guard.call(GuardsTest::never)).isInstanceOf(NoAnswerException.class);
        }

        // when, then nobody waits any more, until answers come again
        assertThatThrownBy(() -> guard.call(GuardsTest::never)).isInstanceOf(NotCalledException.class);
        await().atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .until(() -> guard.call(GuardsTest::atOnce) && guard.state().equals("CLOSED"));
    }

    @Test
    void aPoolHoldsSoManyCallsAndNoMore() throws Exception {
        // given calls in all threads and in the queue
        PooledGuard guard = guards.apart("provider");
        CountDownLatch end = new CountDownLatch(1);
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < QUICK.atOnce() + QUICK.waiting(); i++) {
            callers.add(Thread.ofVirtual().start(() -> ignoringFailure(() -> guard.call(() -> waitFor(end)))));
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> pools.bulkhead("provider").getMetrics().getRemainingQueueCapacity() == 0);

        // when, then the next is not made
        assertThatThrownBy(() -> pools.bulkhead("provider").executeSupplier(() -> "one too many"))
                .isInstanceOf(io.github.resilience4j.bulkhead.BulkheadFullException.class);
        end.countDown();
        for (Thread caller : callers) {
            caller.join();
        }
        await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> guard.call(() -> true));
    }

    @Test
    void statesAreMeters() {
        // given
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        Guard guard = guards.here("friend", NEVER_SLOW);

        // when
        new ResilienceConfig().circuitBreakerMetrics(breakers).bindTo(meters);

        // then
        assertThat(guard.state()).isEqualTo("CLOSED");
        assertThat(meters.get("resilience4j.circuitbreaker.state")
                        .tag("name", "friend")
                        .tag("state", "closed")
                        .gauge()
                        .value())
                .isEqualTo(1);
    }

    private static Object fail(AtomicInteger calls) {
        calls.incrementAndGet();
        throw new IllegalStateException("away");
    }

    private static Future<Boolean> never() {
        return new CompletableFuture<>();
    }

    private static Future<Boolean> atOnce() {
        return CompletableFuture.completedFuture(true);
    }

    private static boolean waitFor(CountDownLatch end) {
        try {
            end.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void ignoringFailure(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            // their time is over; what counts is that they were under way
        }
    }
}
