package dev.flashsale.bench.bots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.flashsale.bench.bots.Fairness.Try;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FairnessTest {
    @Test
    void whoeverPressesFirstAndIsServedFirstIsServedFairly() {
        // given
        List<Try> tries = List.of(new Try(10, 1), new Try(30, 3), new Try(20, 2));

        // then
        assertThat(Fairness.amongAccepted(tries)).isEqualTo(1, within(1e-9));
    }

    @Test
    void theReverseOrderIsAsUnfairAsCanBe() {
        // given
        List<Try> tries = List.of(new Try(10, 3), new Try(20, 2), new Try(30, 1));

        // then
        assertThat(Fairness.amongAccepted(tries)).isEqualTo(-1, within(1e-9));
    }

    @Test
    void whoGetsNothingCountsOnlyAmongAllAndSharesTheLastPlace() {
        // given: half are served in order, the later half gets nothing
        List<Try> tries = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            tries.add(new Try(i, i < 500 ? i : Try.NOTHING));
        }

        // then
        assertThat(Fairness.amongAccepted(tries)).isEqualTo(1, within(1e-9));
        assertThat(Fairness.amongAll(tries)).isEqualTo(0.935, within(0.001));
    }
}
