package dev.flashsale.analysis.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.analysis.audit.ClientRequest.Outcome;
import dev.flashsale.kernel.attempt.Attempt;
import dev.flashsale.kernel.attempt.GateReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Ann buys a pen of three as purchase p1, then bob one as p2; each log says something else about it. */
class ClientLogTest {
    private static final Instant T = ToldStock.OPENS;

    private final ToldSale sale = Sales.pens();

    ClientLogTest() {
        sale.buy("p1", "ann", "pen", "pen", 0);
        sale.pass(Duration.ofSeconds(1));
        sale.buy("p2", "bob", "pen", "pen", 0);
    }

    @Test
    void aLogThatSaysWhatHappenedHolds() {
        // given
        ClientLog log = log(
                List.of(accepted("p1", "ann", 0, 1), accepted("p2", "bob", 2, 3)),
                List.of(status("p1", 4, "AWAITING_PAYMENT"), status("p1", 6, "PAID")));

        // when
        AuditReport report = hear(log);

        // then
        assertThat(report.violations()).isZero();
        assertThat(report.finding(Invariant.REAL_TIME_ORDER)).isPresent();
        assertThat(report.finding(Invariant.STATUS_NEVER_BACK)).isPresent();
    }

    @Test
    void anAcceptanceThatIsNotStoredIsNoticed() {
        assertBroken(
                log(List.of(accepted("p1", "ann", 0, 1), accepted("p2", "bob", 2, 3), accepted("p9", "eve", 4, 5))),
                Invariant.ACKNOWLEDGED_IS_STORED,
                "p9");
    }

    @Test
    void aPurchaseOfAnotherShopperThanTheOneWhoAskedIsNoticed() {
        assertBroken(
                log(List.of(accepted("p1", "eve", 0, 1), accepted("p2", "bob", 2, 3))), Invariant.NO_PHANTOM, "p1");
    }

    @Test
    void aPurchaseThatNobodyAskedForIsNoticedInACompleteLog() {
        assertBroken(log(List.of(accepted("p1", "ann", 0, 1))), Invariant.NO_PHANTOM, "p2");
    }

    @Test
    void whoAskedAfterAnAnswerMayNotOvertake() {
        // given that ann asked only when bob had his answer
        ClientLog log = log(List.of(accepted("p1", "ann", 8, 9), accepted("p2", "bob", 2, 3)));

        // when, then
        assertBroken(log, Invariant.REAL_TIME_ORDER, "p1");
    }

    @Test
    void aRepeatedRequestMayBeAnsweredWithWhatWasDecidedBefore() {
        // given
        ClientLog log =
                log(List.of(accepted("p1", "ann", 0, 1), accepted("p2", "bob", 2, 3), accepted("p1", "ann", 8, 9)));

        // when, then
        assertThat(hear(log).violations()).isZero();
    }

    @Test
    void aStatusMayNotGoBack() {
        // given
        ClientLog log = log(
                List.of(accepted("p1", "ann", 0, 1), accepted("p2", "bob", 2, 3)),
                List.of(status("p1", 4, "PAID"), status("p1", 6, "AWAITING_PAYMENT")));

        // when, then
        assertBroken(log, Invariant.STATUS_NEVER_BACK, "p1");
    }

    @Test
    void anEndThatTheStoreDoesNotKnowIsNoticed() {
        // given
        ClientLog log = log(
                List.of(accepted("p1", "ann", 0, 1), accepted("p2", "bob", 2, 3)), List.of(status("p2", 6, "EXPIRED")));

        // when, then
        assertBroken(log, Invariant.STATUS_NEVER_BACK, "p2");
    }

    @Test
    void soldOutAtTheEdgeIsFalseWhileUnitsAreFree() {
        assertBroken(
                log(List.of(accepted("p1", "ann", 0, 1), accepted("p2", "bob", 2, 3), soldOut("p3", "cyd", 10))),
                Invariant.NEVER_UNDERSOLD,
                "p3");
    }

    @Test
    void soldOutAtTheEdgeIsTrueFromTheLastUnitOn() {
        // given
        sale.pass(Duration.ofSeconds(1));
        sale.buy("p4", "dan", "pen", "pen", 0);
        ClientLog log = log(List.of(
                accepted("p1", "ann", 0, 1),
                accepted("p2", "bob", 2, 3),
                accepted("p4", "dan", 4, 5),
                soldOut("p3", "cyd", 10)));

        // when, then
        assertThat(hear(log).violations()).isZero();
    }

    @Test
    void anAttemptThatTheEdgeRefusedIsJudgedTheSameWay() {
        // given
        Audit audit = audit();

        // when
        audit.refusedAtTheEdge(new Attempt(
                Attempt.micros(T.plusSeconds(5)), ToldStock.SALE, "cyd", false, "pen", 1, "SOLD_OUT", "p3"));
        audit.edge(new EdgeRefusals(1, 7, 0));

        // then
        AuditReport report = audit.report();
        assertThat(report.finding(Invariant.NEVER_UNDERSOLD))
                .hasValueSatisfying(finding -> assertThat(finding.violations()).isEqualTo(1));
        assertThat(report.edge()).isEqualTo(new EdgeRefusals(1, 7, 0));
    }

    @Test
    void noReasonOfTheGateClaimsThatUnitsWereGone() {
        // given
        Audit audit = audit();

        // when
        for (GateReason reason : GateReason.values()) {
            audit.refusedAtTheEdge(new Attempt(
                    Attempt.micros(T.plusSeconds(5)), ToldStock.SALE, "cyd", true, "pen", 1, reason.name(), "p3"));
        }

        // then
        assertThat(audit.report().violations()).isZero();
    }

    private void assertBroken(ClientLog log, Invariant invariant, String subject) {
        AuditReport report = hear(log);
        assertThat(report.verdict()).contains("1 violations of " + invariant.code());
        assertThat(report.finding(invariant))
                .hasValueSatisfying(finding -> assertThat(finding.samples())
                        .extracting(Violation::subject)
                        .containsExactly(subject));
    }

    private AuditReport hear(ClientLog log) {
        Audit audit = audit();
        audit.clients(log);
        return audit.report();
    }

    private Audit audit() {
        Audit audit = new Audit(AuditOptions.of(true).withClients());
        sale.history().events().forEach(audit::accept);
        return audit;
    }

    private static ClientLog log(List<ClientRequest> requests) {
        return log(requests, List.of());
    }

    private static ClientLog log(List<ClientRequest> requests, List<ClientStatus> statuses) {
        return new ClientLog(List.of(), requests, statuses, Set.of(ToldStock.SALE));
    }

    private static ClientRequest accepted(String purchaseId, String userId, int sent, int answered) {
        return request(purchaseId, userId, sent, answered, Outcome.ACCEPTED, "");
    }

    private static ClientRequest soldOut(String purchaseId, String userId, int sent) {
        return request(purchaseId, userId, sent, sent + 1, Outcome.REFUSED, "sold-out");
    }

    private static ClientRequest request(
            String purchaseId, String userId, int sent, int answered, Outcome outcome, String reason) {
        return new ClientRequest(
                purchaseId,
                ToldStock.SALE,
                userId,
                "pen",
                1,
                T.plusSeconds(sent),
                T.plusSeconds(answered),
                outcome,
                reason);
    }

    private static ClientStatus status(String purchaseId, int sent, String status) {
        return new ClientStatus(purchaseId, T.plusSeconds(sent), T.plusSeconds(sent + 1), status);
    }
}
