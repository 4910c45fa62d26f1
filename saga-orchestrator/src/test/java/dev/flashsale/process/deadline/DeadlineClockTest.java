package dev.flashsale.process.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeadlineClockTest {
    private static final Duration OFTEN = Duration.ofMillis(5);

    @Test
    void everyClockThatIsStartedRunsHoweverSoonItsThreadDoes() {
        // given as many as it takes to meet a thread that runs before its start has returned
        List<AtomicInteger> looks = new ArrayList<>();
        List<DeadlineClock> clocks = IntStream.range(0, 2_000)
                .mapToObj(number -> {
                    AtomicInteger mine = new AtomicInteger();
                    looks.add(mine);
                    return new DeadlineClock(
                            most -> {
                                mine.getAndIncrement();
                                return 0;
                            },
                            Duration.ofHours(1),
                            100);
                })
                .toList();
        // when
        clocks.forEach(DeadlineClock::start);
        // then
        try {
            await().untilAsserted(() -> assertThat(looks).allMatch(mine -> mine.get() > 0));
        } finally {
            clocks.forEach(DeadlineClock::stop);
        }
    }

    @Test
    void aFailureDoesNotEndIt() {
        // given
        AtomicInteger looks = new AtomicInteger();
        DeadlineClock clock = new DeadlineClock(
                most -> {
                    if (looks.getAndIncrement() < 2) {
                        throw new IllegalStateException("no database");
                    }
                    return 0;
                },
                OFTEN,
                100);
        // when
        clock.start();
        // then
        try {
            await().until(() -> looks.get() > 3);
        } finally {
            clock.stop();
        }
        assertThat(clock.isRunning()).isFalse();
    }

    @Test
    void afterAFullBatchItLooksAgainAtOnce() {
        // given
        AtomicInteger left = new AtomicInteger(250);
        DeadlineClock clock = new DeadlineClock(
                most -> {
                    int now = Math.min(most, left.get());
                    left.addAndGet(-now);
                    return now;
                },
                Duration.ofHours(1),
                100);
        // when
        clock.start();
        // then
        try {
            await().until(() -> left.get() == 0);
        } finally {
            clock.stop();
        }
    }
}
