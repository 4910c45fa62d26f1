package dev.flashsale.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void aPercentileIsOneOfTheSamples() {
        // given
        Samples samples = new Samples();
        for (long value = 100; value >= 1; value--) {
            samples.add(value);
        }

        // then
        assertThat(samples.percentile(500)).isEqualTo(50);
        assertThat(samples.percentile(990)).isEqualTo(99);
        assertThat(samples.percentile(999)).isEqualTo(100);
        assertThat(samples.percentile(1_000)).isEqualTo(100);
    }

    @Test
    void theOnlySampleIsEveryPercentile() {
        // given
        Samples samples = new Samples();
        samples.add(7);

        // then
        assertThat(samples.percentile(1)).isEqualTo(7);
        assertThat(samples.percentile(1_000)).isEqualTo(7);
    }

    @Test
    void stretchesOfTimeHaveTheUnitThatReadsBest() {
        assertThat(Text.duration(850)).isEqualTo("850 µs");
        assertThat(Text.duration(1_250)).isEqualTo("1.25 ms");
        assertThat(Text.duration(12_340)).isEqualTo("12.3 ms");
        assertThat(Text.duration(-2_500_000)).isEqualTo("-2.50 s");
        assertThat(Text.duration(300_000_000)).isEqualTo("5.0 min");
    }

    @Test
    void amountsFollowTheirCurrency() {
        assertThat(Text.money(123_450, "EUR")).isEqualTo("1,234.50 EUR");
        assertThat(Text.money(1_234, "JPY")).isEqualTo("1,234 JPY");
        assertThat(Text.money(100, "?")).isEqualTo("1.00 ?");
    }

    @Test
    void axesHaveRoundTicks() {
        assertThat(new Scale(0, 97, 0, 1).ticks(5)).containsExactly(0d, 20d, 40d, 60d, 80d);
        assertThat(new Scale(-0.3, 1, 0, 1).ticks(4)).hasSizeBetween(2, 5).contains(0d);
        assertThat(Scale.step(0.03)).isEqualTo(0.05);
    }

    @Test
    void coordinatesCarryNoNeedlessDigits() {
        assertThat(Text.plain(12.0)).isEqualTo("12");
        assertThat(Text.plain(0.125)).isEqualTo("0.13");
        assertThat(Text.plain(-0.001)).isEqualTo("0");
        assertThat(Text.plain(100)).isEqualTo("100");
    }
}
