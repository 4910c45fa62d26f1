package dev.flashsale.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowTest {
    @Test
    void theMiddleRoundStandsForAll() {
        assertThat(new Spread(List.of(9.0, 1.0, 5.0)).median()).isEqualTo(5);
        assertThat(new Spread(List.of(9.0, 1.0, 5.0, 6.0)).median()).isEqualTo(5.5);
    }

    @Test
    void aRatioIsJudgedAgainstItsGoalAndItsStretch() {
        assertThat(row(30, Goal.ratioAtLeast(0.4, 0.6), "").verdict()).startsWith("gap: 1.33x");
        assertThat(row(45, Goal.ratioAtLeast(0.4, 0.6), "").verdict()).isEqualTo("met");
        assertThat(row(65, Goal.ratioAtLeast(0.4, 0.6), "").verdict()).isEqualTo("met (stretch)");
    }

    @Test
    void lessIsBetterWhereTheGoalIsALimit() {
        assertThat(row(3, Goal.atMost(8, 4), "").verdict()).isEqualTo("met (stretch)");
        assertThat(row(16, Goal.atMost(8, 4), "").verdict()).startsWith("gap: 2.00x");
    }

    @Test
    void aFigureWhoseAuditIsNotCleanIsVoidWhateverItReaches() {
        assertThat(row(65, Goal.ratioAtLeast(0.4, 0.6), "oversold by 1").verdict())
                .isEqualTo("VOID: oversold by 1");
    }

    private static Row row(double measured, @Nullable Goal goal, String fault) {
        return new Row(
                "figure", "/s", new Spread(List.of(measured)), "limit", new Spread(List.of(100.0)), goal, 0, fault);
    }
}
