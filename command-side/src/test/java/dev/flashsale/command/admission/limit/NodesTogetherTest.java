package dev.flashsale.command.admission.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flashsale.command.admission.redis.TestRedis;
import dev.flashsale.kernel.admission.Rate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two nodes over one real Redis. */
class NodesTogetherTest {
    /** Nothing comes back while the test runs. */
    private static final Rate HUNDRED_A_DAY = new Rate(100, 1, 864_000);

    private final TestRedis redis = new TestRedis();
    private final RateLimits one = new RateLimits(new SharedBuckets(redis.node()));
    private final RateLimits other = new RateLimits(new SharedBuckets(redis.node()));

    @AfterEach
    void close() {
        redis.close();
    }

    @Test
    void manyThreadsOnTwoNodesTakeWhatOneBucketHolds() {
        // when 500 requests come at once
        long taken = IntStream.range(0, 500)
                .parallel()
                .filter(i -> (i % 2 == 0 ? one : other)
                        .take("sale", "sale-1", HUNDRED_A_DAY)
                        .isTaken())
                .count();
        // then
        assertThat(taken).isEqualTo(100);
    }

    /** The bound is taken from the time that really passed, so a slow machine changes nothing. */
    @Test
    void overTimeTwoNodesTogetherExceedTheRateByNoMoreThanATenth() {
        Rate rate = new Rate(20, 100, 1_000);
        long begin = System.nanoTime();
        // when both ask without a pause
        long taken = List.of(one, other).parallelStream()
                .mapToLong(node -> IntStream.range(0, 40_000)
                        .filter(i -> node.take("user", "greedy", rate).isTaken())
                        .count())
                .sum();
        double seconds = (System.nanoTime() - begin) / 1e9;
        // then
        assertThat((double) taken).isLessThanOrEqualTo(1.1 * (20 + 100 * seconds));
        assertThat(taken).isGreaterThanOrEqualTo(20);
    }

    @Test
    void aFloodDoesNotReachRedis() {
        // given an empty bucket that the node knows of
        while (one.take("user", "flood", HUNDRED_A_DAY).isTaken()) {
            // until it is empty
        }
        long before = commandsSeenByRedis();
        // when
        long passed = IntStream.range(0, 10_000)
                .filter(i -> one.take("user", "flood", HUNDRED_A_DAY).isTaken())
                .count();
        // then
        assertThat(passed).isZero();
        assertThat(commandsSeenByRedis() - before).isLessThan(10);
    }

    @Test
    void whoeverWasRefusedBecauseOfAnotherNodeIsToldWhenTheNextTokenComes() {
        // given
        for (int i = 0; i < 100; i++) {
            one.take("user", "both", HUNDRED_A_DAY);
        }
        // when
        Quota quota = other.take("user", "both", HUNDRED_A_DAY);
        // then
        assertThat(quota.isTaken()).isFalse();
        assertThat(quota.pause()).isBetween(Duration.ofSeconds(800), Duration.ofSeconds(864));
    }

    @Test
    void aChangedRateIsObeyedOnEveryNode() {
        // given
        for (int i = 0; i < 100; i++) {
            one.take("user", "changed", HUNDRED_A_DAY);
        }
        // when it is raised: what was used up stays so, and comes back faster
        Rate raised = new Rate(1_000, 1_000, 1);
        // then
        AtomicInteger taken = new AtomicInteger();
        await().until(() -> {
            IntStream.range(0, 200)
                    .filter(i -> other.take("user", "changed", raised).isTaken())
                    .forEach(i -> taken.incrementAndGet());
            return taken.get() > 150;
        });
        // when it is lowered
        Rate lowered = new Rate(3, 1, 86_400_000);
        long left = IntStream.range(0, 50)
                .filter(i -> one.take("user", "changed", lowered).isTaken())
                .count();
        assertThat(left).isEqualTo(3);
    }

    @Test
    void whatRedisHoldsExpires() {
        // when
        one.take("user", "short", new Rate(10, 1, 1_000));
        // then: one token is back after a second
        assertThat(redis.client().pttl("gate:rate:user:short")).isBetween(1L, 2_000L);
    }

    @Test
    void whenRedisIsAwayEachNodeKeepsToItsOwnBucket() {
        // given
        one.take("user", "before", HUNDRED_A_DAY);
        redis.stop();
        // when
        long taken = IntStream.range(0, 500)
                .filter(i -> one.take("user", "after", HUNDRED_A_DAY).isTaken())
                .count();
        // then
        assertThat(taken).isEqualTo(100);
    }

    private long commandsSeenByRedis() {
        return redis.client()
                .info("stats")
                .lines()
                .filter(line -> line.startsWith("total_commands_processed:"))
                .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(':') + 1)))
                .sum();
    }
}
