package dev.flashsale.whatif;

import static dev.flashsale.whatif.PaperSale.PAD;
import static dev.flashsale.whatif.PaperSale.PEN;
import static dev.flashsale.whatif.PaperSale.SET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.kernel.attempt.Attempt;
import dev.flashsale.kernel.attempt.GateReason;
import dev.flashsale.kernel.stock.ReleaseReason;
import dev.flashsale.kernel.stock.StockId;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Hand-made sales whose other course is known beforehand. */
class LeversTest {
    @Test
    void oneUnitMoreServesTheFirstWhoWasToldSoldOut() throws IOException {
        // given
        PaperSale sale = fiveWantThreePens();

        // when
        Answer answer = Question.ask(sale.recording(), stock(4, NewWinners.PAY));

        // then
        assertThat(ids(answer.gain())).containsExactly("p4");
        assertThat(ids(answer.lose())).isEmpty();
        assertThat(answer.first())
                .extracting("purchaseId", "recorded", "whatIf")
                .containsExactly("p4", "SOLD_OUT", "RESERVED");
        assertThat(answer.recorded().soldUnits()).containsEntry(PEN, 3);
        assertThat(answer.whatIf().soldUnits()).containsEntry(PEN, 4);
        assertThat(answer.whatIf().revenueMinor() - answer.recorded().revenueMinor())
                .isEqualTo(500);
        assertThat(answer.whatIf().refused()).containsEntry("SOLD_OUT", 1L);
    }

    @Test
    void oneUnitLessLosesTheLastWhoGotOne() throws IOException {
        // given
        PaperSale sale = fiveWantThreePens();

        // when
        Answer answer = Question.ask(sale.recording(), stock(2, NewWinners.PAY));

        // then
        assertThat(ids(answer.lose())).containsExactly("p3");
        assertThat(answer.lose().users()).isOne();
        assertThat(ids(answer.gain())).isEmpty();
        assertThat(answer.whatIf().revenueMinor()).isEqualTo(1_000);
    }

    @Test
    void unitsOfNewWinnersWhoDoNotPayAreSoldAgain() throws IOException {
        // given
        PaperSale sale = fiveWantThreePens();
        sale.pass(Duration.ofMillis(PaperSale.WINDOW_MS));
        sale.buy("p6", "u6", PEN);

        // when
        Answer answer = Question.ask(sale.recording(), stock(4, NewWinners.EXPIRE));

        // then: p4 had the unit until its window ended, then p6 gets it, and lets it go as well
        assertThat(answer.decidedOtherwise()).isEqualTo(2);
        assertThat(answer.whatIf().givenBack()).isEqualTo(2);
        assertThat(answer.whatIf().soldUnits()).isEqualTo(answer.recorded().soldUnits());
    }

    @Test
    void whatExpiredInTheRecordComesBackAtThatInstant() throws IOException {
        // given
        PaperSale sale = new PaperSale(2, 1, 0, 1);
        sale.buy("p1", "u1", PEN);
        sale.buy("p2", "u2", PEN);
        sale.buy("p3", "u3", PEN);
        sale.pass(Duration.ofMinutes(2));
        sale.giveBack("p1", ReleaseReason.EXPIRED);
        sale.buy("p4", "u4", PEN);
        sale.pay("p4");

        // when
        Answer answer = Question.ask(sale.recording(), stock(1, NewWinners.PAY));

        // then
        assertThat(ids(answer.lose())).containsExactly("p2");
        assertThat(answer.whatIf().paid()).isOne();
        assertThat(answer.whatIf().givenBack()).isOne();
    }

    @Test
    void aLowerLimitGivesTheSecondPieceToSomebodyElse() throws IOException {
        // given
        PaperSale sale = new PaperSale(3, 1, 0, 2);
        for (String attempt : List.of("u1", "u1", "u2", "u3")) {
            String id = "p" + sale.events.size();
            if (sale.buy(id, attempt, PEN)) {
                sale.pay(id);
            }
        }

        // when
        Answer answer = Question.ask(sale.recording(), new Policy(Set.of(), null, 1, null, null, null, NewWinners.PAY));

        // then
        assertThat(answer.gain().users()).isOne();
        assertThat(answer.lose().purchases()).hasSize(1);
        assertThat(answer.lose().users()).isZero();
        assertThat(answer.whatIf().usersServed()).isEqualTo(3);
        assertThat(answer.recorded().usersServed()).isEqualTo(2);
        assertThat(answer.whatIf().refused()).containsEntry("LIMIT_EXCEEDED", 1L);
    }

    @Test
    void aPriceChangesTheRevenueAndNothingElse() throws IOException {
        // given
        PaperSale sale = fiveWantThreePens();

        // when
        Answer answer =
                Question.ask(sale.recording(), new Policy(Set.of(), null, null, 900L, null, null, NewWinners.PAY));

        // then
        assertThat(answer.decidedOtherwise()).isZero();
        assertThat(answer.differs()).isTrue();
        assertThat(answer.whatIf().revenueMinor()).isEqualTo(2_700);
    }

    @Test
    void aCapOnAttemptsTurnsAwayWhoAsksTooOften() throws IOException {
        // given
        PaperSale sale = new PaperSale(2, 1, 0, 2);
        sale.buy("p1", "bot", PEN);
        sale.pass(Duration.ofMillis(100));
        sale.buy("p2", "bot", PEN);
        sale.pass(Duration.ofMillis(100));
        sale.buy("p3", "person", PEN);
        sale.pass(Duration.ofSeconds(2));
        sale.buy("p4", "bot", PEN);

        // when
        Answer answer =
                Question.ask(sale.recording(), new Policy(Set.of(), null, null, null, null, 1.0, NewWinners.PAY));

        // then
        assertThat(ids(answer.gain())).containsExactly("p3");
        assertThat(ids(answer.lose())).containsExactly("p2");
        assertThat(answer.whatIf().refused()).containsEntry("RATE_LIMITED", 1L).containsEntry("SOLD_OUT", 1L);
    }

    @Test
    void aBundleIsCompletedOrGivenBackWhole() throws IOException {
        // given
        PaperSale sale = new PaperSale(4, 1, 1, 2);
        sale.buy("p1", "u1", PAD);
        sale.pay("p1");
        sale.buy("p2", "u2", SET);
        sale.ask("p2", "u2", SET, PAD, true);
        sale.giveBack("p2", ReleaseReason.BUNDLE_INCOMPLETE);
        sale.buy("p3", "u3", SET);
        sale.ask("p3", "u3", SET, PAD, true);
        sale.giveBack("p3", ReleaseReason.BUNDLE_INCOMPLETE);

        // when
        Policy twoPads = new Policy(Set.of(PAD), 2, null, null, null, null, NewWinners.PAY);
        Answer answer = Question.ask(sale.recording(), twoPads);

        // then
        assertThat(ids(answer.gain())).containsExactly("p2");
        assertThat(answer.recorded().incomplete()).isEqualTo(2);
        assertThat(answer.whatIf().incomplete()).isOne();
        assertThat(answer.whatIf().soldUnits()).containsEntry(PEN, 2).containsEntry(PAD, 2);
    }

    @Test
    void aLookThatCameTooEarlyIsNotMadeBetterByHindsight() throws IOException {
        // given: a unit comes back to one bucket after the look of a request to the other bucket
        PaperSale sale = new PaperSale(2, 2, 0, 1);
        String here = userOf(sale, 0);
        String there = userOf(sale, 1);
        sale.buy("p1", here, PEN);
        sale.buy("p2", there, PEN);
        sale.giveBack("p1", ReleaseReason.CANCELLED);
        sale.ask("p3", there + "x", PEN, PEN, false);
        assertThat(sale.stockOf(PEN, there + "x")).isEqualTo(new StockId(PaperSale.SALE, PEN, 1));

        // when
        Answer unchanged = Question.ask(sale.recording(), Policy.asRecorded());
        Answer more = Question.ask(sale.recording(), stock(4, NewWinners.PAY));

        // then
        assertThat(unchanged.differs()).isFalse();
        assertThat(ids(more.gain())).containsExactly("p3");
    }

    @Test
    void whoWasTurnedAwayAtTheEdgeIsHeardWhereUnitsAreLeft() throws IOException {
        // given: somebody was told "sold out" twice without the stock being asked, somebody else that it is not open
        PaperSale sale = fiveWantThreePens();
        sale.pass(Duration.ofSeconds(1));
        Recording recording = sale.recording();
        recording.addTurnedAway(refused(sale, "u6", "p6", "SOLD_OUT"));
        recording.addTurnedAway(refused(sale, "u6", "p7", "SOLD_OUT"));
        recording.addTurnedAway(refused(sale, "u8", "p8", "ENDED"));
        recording.addTurnedAway(refused(sale, null, null, "SOLD_OUT"));

        // when
        Answer unchanged = Question.ask(recording, Policy.asRecorded());
        Answer more = Question.ask(recording, stock(9, NewWinners.PAY));

        // then
        assertThat(unchanged.differs()).isFalse();
        assertThat(unchanged.recorded().attempts()).isEqualTo(8);
        assertThat(ids(more.gain())).containsExactly("p4", "p5", "p6");
        assertThat(more.whatIf().refused()).containsEntry("SOLD_OUT", 1L).containsEntry("ENDED", 1L);
        assertThat(more.unknowable()).anyMatch(sentence -> sentence.startsWith("1 requests refused at the edge"));
    }

    @Test
    void whoWasTurnedAwayAtTheGateIsTurnedAwayAllTheSame() throws IOException {
        // given: units are left for everybody, and somebody was turned away for each of the gate's reasons
        PaperSale sale = fiveWantThreePens();
        sale.pass(Duration.ofSeconds(1));
        Recording recording = sale.recording();
        for (GateReason reason : GateReason.values()) {
            recording.addTurnedAway(refused(sale, "u-" + reason, "p-" + reason, reason.name()));
        }

        // when
        Answer more = Question.ask(recording, stock(100, NewWinners.PAY));
        Answer capped = Question.ask(recording, new Policy(Set.of(PEN), null, null, null, null, 1.0, NewWinners.PAY));

        // then
        assertThat(ids(more.gain())).containsExactly("p4", "p5");
        for (GateReason reason : GateReason.values()) {
            assertThat(more.whatIf().refused()).containsEntry(reason.name(), 1L);
        }
        assertThat(capped.differs()).isFalse();
        assertThat(more.assumed())
                .anyMatch(sentence ->
                        sentence.startsWith(GateReason.values().length + " requests turned away at the gate are"))
                .noneMatch(sentence -> sentence.contains("refused at the edge"));
    }

    private static Attempt refused(
            PaperSale sale, @Nullable String userId, @Nullable String purchaseId, String reason) {
        return new Attempt(Attempt.micros(sale.now), PaperSale.SALE, userId, false, PEN, 1, reason, purchaseId);
    }

    private static String userOf(PaperSale sale, int bucket) {
        for (int i = 0; ; i++) {
            String user = "user" + i;
            if (sale.stockOf(PEN, user).bucket() == bucket
                    && sale.stockOf(PEN, user + "x").bucket() == bucket) {
                return user;
            }
        }
    }

    private static PaperSale fiveWantThreePens() {
        PaperSale sale = new PaperSale(3, 1, 0, 1);
        for (int i = 1; i <= 5; i++) {
            if (sale.buy("p" + i, "u" + i, PEN)) {
                sale.pay("p" + i);
            }
        }
        return sale;
    }

    private static Policy stock(@Nullable Integer units, NewWinners newWinners) {
        return new Policy(Set.of(PEN), units, null, null, null, null, newWinners);
    }

    private static List<String> ids(Answer.Side side) {
        return side.purchases().stream().map(Answer.Who::purchaseId).toList();
    }
}
