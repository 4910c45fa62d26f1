package dev.flashsale.analysis.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BadHistoriesTest {
    /** What a history alone cannot break: it needs rows, clients, processors or projections as well. */
    private static final EnumSet<Invariant> NEEDS_MORE = EnumSet.of(
            Invariant.ROWS_AGREE,
            Invariant.ACKNOWLEDGED_IS_STORED,
            Invariant.REAL_TIME_ORDER,
            Invariant.STATUS_NEVER_BACK,
            Invariant.PROJECTIONS_REBUILT,
            Invariant.EVERYTHING_SEEN,
            Invariant.ORDER_OF_DELIVERY,
            Invariant.PROCESSES_FOLLOW,
            Invariant.SNAPSHOTS_AGREE,
            Invariant.NOT_AHEAD);

    static Stream<BadHistory> histories() {
        return BadHistories.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("histories")
    void aBadHistoryIsFlaggedByNameAndWhereItFirstShows(BadHistory history) {
        // when
        AuditReport report = history.told().audit(true);

        // then
        assertThat(report.holds()).isFalse();
        assertThat(report.verdict()).contains(history.invariant().code());
        assertThat(report.finding(history.invariant())).hasValueSatisfying(finding -> {
            assertThat(finding.firstIndex()).isEqualTo(history.first());
            assertThat(finding.samples()).isNotEmpty();
        });
    }

    @Test
    void everyInvariantHasAHistoryThatBreaksIt() {
        assertThat(histories().map(BadHistory::invariant)).containsAll(EnumSet.complementOf(NEEDS_MORE));
    }
}
