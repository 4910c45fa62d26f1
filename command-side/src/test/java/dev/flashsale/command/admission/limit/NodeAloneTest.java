package dev.flashsale.command.admission.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.command.admission.redis.TestRedis;
import dev.flashsale.kernel.admission.Rate;
import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One node that cannot reach Redis keeps to its own bucket. */
class NodeAloneTest {
    private static final Rate RATE = new Rate(5, 2, 3_000);

    private final TestRedis redis = new TestRedis();
    private final Stopwatch time = new Stopwatch();
    private final RateLimits limits = new RateLimits(new SharedBuckets(redis.cutOffNode()), time);

    @AfterEach
    void close() {
        redis.close();
    }

    @Test
    void aBucketGivesWhatItHoldsAndThenOneTokenAtATime() {
        // given
        assertThat(taken(100)).isEqualTo(5);
        // then
        Quota refused = take();
        assertThat(refused.isTaken()).isFalse();
        assertThat(refused.pause()).isEqualTo(Duration.ofMillis(1_500));
        // when
        time.advance(Duration.ofMillis(1_499));
        assertThat(take().pauseMs()).isEqualTo(1);
        time.advance(Duration.ofMillis(1));
        // then
        assertThat(taken(10)).isEqualTo(1);
    }

    @Test
    void aLongPauseFillsABucketAndNoMore() {
        // given
        assertThat(taken(5)).isEqualTo(5);
        // when
        time.advance(Duration.ofDays(1));
        // then
        assertThat(taken(100)).isEqualTo(5);
    }

    @Test
    void everySubjectHasABucketOfItsOwn() {
        assertThat(taken(100)).isEqualTo(5);
        assertThat(limits.take("user", "another", RATE).isTaken()).isTrue();
        assertThat(limits.take("address", "somebody", RATE).isTaken()).isTrue();
    }

    @Test
    void anotherRateTakesEffectAtOnce() {
        // given
        assertThat(taken(100)).isEqualTo(5);
        // then
        assertThat(limits.take("user", "somebody", new Rate(1, 1, 60_000)).isTaken())
                .isTrue();
        assertThat(limits.take("user", "somebody", new Rate(1, 1, 60_000)).isTaken())
                .isFalse();
    }

    /** Threads ask for a handful of buckets while time moves between rounds; a plain sum says how many may pass. */
    @Test
    void howeverManyThreadsAskABucketGivesWhatTheModelSays() {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Rate rate = new Rate(40, 3, 1_000);
        double[] model = IntStream.range(0, 4).mapToDouble(i -> 40).toArray();
        for (int round = 0; round < 50; round++) {
            // when
            int asked = 1 + random.nextInt(80);
            int bucket = random.nextInt(model.length);
            long passed = IntStream.range(0, asked)
                    .parallel()
                    .filter(i -> limits.take("user", "bucket-" + bucket, rate).isTaken())
                    .count();
            // then
            long expected = Math.min(asked, (long) Math.floor(model[bucket] + 1e-9));
            assertThat(passed).as("round %d of seed %d", round, seed).isEqualTo(expected);
            model[bucket] -= expected;
            int stepMs = random.nextInt(4) * 1_000;
            time.advance(Duration.ofMillis(stepMs));
            for (int i = 0; i < model.length; i++) {
                model[i] = Math.min(40, model[i] + stepMs * 3 / 1_000.0);
            }
        }
    }

    private Quota take() {
        return limits.take("user", "somebody", RATE);
    }

    private long taken(int asked) {
        return IntStream.range(0, asked).filter(i -> take().isTaken()).count();
    }
}
