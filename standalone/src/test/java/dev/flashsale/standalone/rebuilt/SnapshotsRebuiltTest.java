package dev.flashsale.standalone.rebuilt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.analysis.audit.Audit;
import dev.flashsale.analysis.audit.AuditOptions;
import dev.flashsale.analysis.audit.AuditReport;
import dev.flashsale.analysis.audit.Invariant;
import java.io.IOException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class SnapshotsRebuiltTest {
    @Test
    void aSnapshotThatTheServiceStoredHolds() throws IOException {
        // when
        AuditReport report = audit(new StoredStock().snapshot(4, UnaryOperator.identity()));

        // then
        assertThat(report.holds()).isTrue();
        assertThat(report.finding(Invariant.SNAPSHOTS_AGREE))
                .hasValueSatisfying(finding -> assertThat(finding.checked()).isEqualTo(1));
        assertThat(report.comparisons())
                .singleElement()
                .satisfies(
                        both -> assertThat(both.one()).isEqualTo(both.other()).hasSize(64));
    }

    @Test
    void aSnapshotThatHasForgottenUnitsIsFlaggedWithItsSequenceNumberAndField() throws IOException {
        assertFlagged(
                new StoredStock().snapshot(4, json -> json.replace("\"availableUnits\":14", "\"availableUnits\":13")),
                5,
                "at sequence number 4 its events make /state/availableUnits 14, the snapshot 13");
    }

    @Test
    void aSnapshotThatHasForgottenAnAdditionIsFlagged() throws IOException {
        assertFlagged(
                new StoredStock().snapshot(4, json -> json.replace("\"addition-2\",", "")),
                5,
                "at sequence number 4 its events make /state/carriedOut");
    }

    @Test
    void aSnapshotOfMoreEventsThanThereAreIsFlagged() throws IOException {
        assertFlagged(
                new StoredStock().snapshot(12, UnaryOperator.identity()),
                9,
                "its snapshot is of sequence number 12, its events end with 8");
    }

    @Test
    void aSnapshotThatCannotBeReadIsFlagged() throws IOException {
        assertFlagged(new StoredStock().add(4, "1", "{\"state\":7}"), 9, "at sequence number 4 cannot be read");
    }

    @Test
    void aSnapshotThatNoServiceReadsIsLeftAloneAndSaid() throws IOException {
        // when
        AuditReport report = audit(new StoredStock().add(4, "0", "{}"));

        // then
        assertThat(report.holds()).isTrue();
        assertThat(report.notLookedAt())
                .containsEntry("I-24", "1 snapshots of another revision, which no service reads");
    }

    @Test
    void aSourceWithoutSnapshotsSaysSo() throws IOException {
        assertThat(audit(new StoredStock().withoutTheTable()).notLookedAt())
                .containsEntry("I-24", "this source has no table of snapshots");
    }

    private static void assertFlagged(StoredStock stock, long index, String detail) throws IOException {
        AuditReport report = audit(stock);
        assertThat(report.verdict()).contains("1 violations of I-24");
        assertThat(report.finding(Invariant.SNAPSHOTS_AGREE))
                .hasValueSatisfying(finding -> assertThat(finding.samples())
                        .singleElement()
                        .satisfies(violation -> {
                            assertThat(violation.subject()).isEqualTo(StoredStock.STOCK);
                            assertThat(violation.detail()).contains(detail);
                            assertThat(violation.globalIndex()).isEqualTo(index);
                        }));
    }

    private static AuditReport audit(StoredStock stock) throws IOException {
        Audit audit = new Audit(AuditOptions.of(false));
        stock.events(audit::accept);
        new SnapshotsRebuilt().check(audit, stock);
        return audit.report();
    }
}
