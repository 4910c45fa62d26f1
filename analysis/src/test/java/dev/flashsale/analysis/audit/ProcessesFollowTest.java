package dev.flashsale.analysis.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Bob has bought a pen as p-bob; ann's order p1 awaits payment. */
class ProcessesFollowTest {
    private static final long EVERYTHING = 7;
    private static final Instant PAY_BY = ToldStock.OPENS.plus(ToldStock.PAYMENT_WINDOW);

    private final ToldSale sale = Sales.pens();

    ProcessesFollowTest() {
        sale.buy("p-bob", "bob", "pen", "pen", 0);
        sale.leaveUnpaid();
    }

    @Test
    void oneSagaAndOneDeadlineForWhatAwaitsPaymentHold() {
        // when
        AuditReport report = audit(false, EVERYTHING, sagas("p1"), deadlines("p1"));

        // then
        assertThat(report.holds()).isTrue();
        assertThat(report.finding(Invariant.PROCESSES_FOLLOW))
                .hasValueSatisfying(finding -> assertThat(finding.checked()).isEqualTo(4));
        assertThat(report.notLookedAt()).isEmpty();
    }

    @Test
    void aReservationWithoutASagaIsNoticedWhereItShows() {
        assertFlagged(audit(false, EVERYTHING, sagas(), deadlines("p1")), "p1", "no saga although it is reserved", 7);
    }

    @Test
    void aSecondSagaIsNoticed() {
        assertFlagged(audit(false, EVERYTHING, sagas("p1", "p1"), deadlines("p1")), "p1", "2 sagas", 7);
    }

    @Test
    void aReservationWithoutADeadlineIsNoticed() {
        assertFlagged(audit(false, EVERYTHING, sagas("p1"), deadlines()), "p1", "no deadline although it is", 7);
    }

    @Test
    void aSecondDeadlineIsNoticed() {
        assertFlagged(audit(false, EVERYTHING, sagas("p1"), deadlines("p1", "p1")), "p1", "2 deadlines", 7);
    }

    @Test
    void aSagaOfAPurchaseThatEndedIsNoticed() {
        assertFlagged(
                audit(false, EVERYTHING, sagas("p-bob", "p1"), deadlines("p1")),
                "p-bob",
                "a saga although it holds nothing any more",
                5);
    }

    @Test
    void aDeadlineOfAPurchaseThatEndedIsNoticed() {
        assertFlagged(
                audit(false, EVERYTHING, sagas("p1"), deadlines("p-bob", "p1")),
                "p-bob",
                "a deadline although it holds nothing any more",
                5);
    }

    @Test
    void processesOfAPurchaseThatNoEventNamesAreNoticed() {
        assertFlagged(
                audit(false, EVERYTHING, sagas("p1", "p-x"), deadlines("p1")),
                "p-x",
                "a saga although no event names the purchase",
                7);
        assertFlagged(
                audit(false, EVERYTHING, sagas("p1"), deadlines("p1", "p-x")),
                "p-x",
                "a deadline although no event names the purchase",
                7);
    }

    @Test
    void whatTheProcessesHaveNotTakenYetIsLeftOutAndSaid() {
        // when
        AuditReport report = audit(false, EVERYTHING - 1, sagas(), deadlines());

        // then
        assertThat(report.holds()).isTrue();
        assertThat(report.notLookedAt())
                .hasEntrySatisfying("I-20", why -> assertThat(why).startsWith("1 purchases"));
    }

    @Test
    void aDeadlineThatWasDueMayHaveBeenHandedOver() {
        // given
        sale.go(PAY_BY);
        sale.reserve("p2", "cyd", "pen", 1, "pen", 0);

        // when
        LiveProcesses live = new LiveProcesses(
                sagas("p1", "p2"), List.of(new ExpiryDeadline("p2", PAY_BY.plus(ToldStock.PAYMENT_WINDOW))));

        // then
        assertThat(audit(false, EVERYTHING + 1, live).holds()).isTrue();
    }

    @Test
    void aDueDeadlineOfWhatEndedMayStayUntilEverythingHasEnded() {
        // given
        sale.letExpire("p1");
        sale.pass(Duration.ofMinutes(1));
        sale.withdraw("pen", 0);

        // when, then
        assertThat(audit(false, EVERYTHING + 3, sagas(), deadlines("p1")).holds())
                .isTrue();
        assertFlagged(audit(true, EVERYTHING + 3, sagas(), deadlines("p1")), "p1", "a deadline although it holds", 9);
    }

    private static List<String> sagas(String... purchases) {
        return List.of(purchases);
    }

    private static List<ExpiryDeadline> deadlines(String... purchases) {
        return Stream.of(purchases).map(id -> new ExpiryDeadline(id, PAY_BY)).toList();
    }

    private AuditReport audit(boolean quiescent, long takenUpTo, List<String> sagas, List<ExpiryDeadline> deadlines) {
        return audit(quiescent, takenUpTo, new LiveProcesses(sagas, deadlines));
    }

    private AuditReport audit(boolean quiescent, long takenUpTo, LiveProcesses live) {
        Audit audit = new Audit(AuditOptions.of(quiescent));
        sale.history().events().forEach(audit::accept);
        audit.processes(live, takenUpTo);
        return audit.report();
    }

    private static void assertFlagged(AuditReport report, String purchaseId, String detail, long index) {
        assertThat(report.verdict()).contains("1 violations of I-20");
        assertThat(report.finding(Invariant.PROCESSES_FOLLOW))
                .hasValueSatisfying(finding -> assertThat(finding.samples())
                        .singleElement()
                        .satisfies(violation -> {
                            assertThat(violation.subject()).isEqualTo(purchaseId);
                            assertThat(violation.detail()).contains(detail);
                            assertThat(violation.globalIndex()).isEqualTo(index);
                        }));
    }
}
