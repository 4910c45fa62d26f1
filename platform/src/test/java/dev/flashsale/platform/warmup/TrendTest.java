package dev.flashsale.platform.warmup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrendTest {
    @Test
    void latencyThatStillFallsIsNotFlat() {
        // when
        Trend trend = after(100, 90, 80, 70, 60, 50);

        // then
        assertThat(trend.isFlat()).isFalse();
    }

    @Test
    void latencyThatThreeRoundsDidNotImproveIsFlat() {
        // when
        Trend trend = after(100, 50, 10, 11, 30, 10);

        // then
        assertThat(trend.isFlat()).isTrue();
    }

    @Test
    void fewRoundsSayNothing() {
        // when
        Trend trend = after(10, 10, 10, 10, 10);

        // then
        assertThat(trend.isFlat()).isFalse();
    }

    @Test
    void aFewSlowRequestsDoNotCount() {
        // given
        Trend trend = new Trend();

        // when
        trend.add(new long[] {1_000_000, 900_000_000, 1_000_000});

        // then
        assertThat(trend.summary()).isEqualTo("1.0 -> 1.00 ms");
    }

    private static Trend after(long... medians) {
        Trend trend = new Trend();
        for (long median : medians) {
            trend.add(new long[] {median});
        }
        return trend;
    }
}
