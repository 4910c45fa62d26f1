package dev.flashsale.command.admission.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.command.admission.challenge.Challenger.Drawn;
import dev.flashsale.command.admission.note.TestNotes;
import dev.flashsale.kernel.admission.ChallengeKind;
import dev.flashsale.kernel.admission.ChallengePolicy;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.altcha.altcha.Altcha;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class WorkChallengerTest {
    private static final Instant END = Instant.parse("2026-11-21T12:17:00Z");
    private static final ChallengePolicy POLICY =
            new ChallengePolicy(ChallengeKind.PROOF_OF_WORK, List.of(), 3, 120_000, 8);

    private final WorkChallenger challenger = new WorkChallenger(TestNotes.secret());

    @Test
    void theNumberThatWasSearchedForIsTheAnswer() throws Exception {
        // given
        Drawn drawn = challenger.draw(POLICY, false, END);
        // then
        assertThat(challenger.isRight(drawn.secret(), solution(drawn))).isTrue();
        assertThat(new WorkChallenger(TestNotes.secret()).isRight(drawn.secret(), solution(drawn)))
                .as("on another node")
                .isTrue();
    }

    @Test
    void anyOtherNumberIsNot() throws Exception {
        // given
        Drawn drawn = challenger.draw(POLICY, false, END);
        ObjectNode solution = solution(drawn);
        long right = solution.get("number").longValue();
        // then
        for (long number = -2; number < 260; number++) {
            assertThat(challenger.isRight(drawn.secret(), solution.put("number", number)))
                    .isEqualTo(number == right);
        }
    }

    @Test
    void theSolutionOfAnotherChallengeIsNot() throws Exception {
        Drawn drawn = challenger.draw(POLICY, false, END);
        Drawn other = challenger.draw(POLICY, false, END);
        assertThat(challenger.isRight(drawn.secret(), solution(other))).isFalse();
    }

    @Test
    void aChangedMemberIsNot() throws Exception {
        Drawn drawn = challenger.draw(POLICY, false, END);
        for (String member : List.of("algorithm", "challenge", "salt", "signature", "number")) {
            assertThat(challenger.isRight(drawn.secret(), solution(drawn).put(member, "")))
                    .isFalse();
            assertThat(challenger.isRight(drawn.secret(), solution(drawn).putNull(member)))
                    .isFalse();
            ObjectNode without = solution(drawn);
            var unused = without.remove(member);
            assertThat(challenger.isRight(drawn.secret(), without)).isFalse();
        }
        assertThat(challenger.isRight(drawn.secret(), solution(drawn).put("algorithm", "SHA-1")))
                .isFalse();
    }

    @Test
    void aHarderOneIsEightTimesTheWork() {
        assertThat(challenger.draw(POLICY, false, END).shown().maxNumber()).isEqualTo(256);
        assertThat(challenger.draw(POLICY, true, END).shown().maxNumber()).isEqualTo(2_048);
    }

    private static ObjectNode solution(Drawn drawn) throws Exception {
        Presentation shown = drawn.shown();
        Altcha.Solution found = Altcha.solveChallenge(
                Objects.requireNonNull(shown.challenge()),
                Objects.requireNonNull(shown.salt()),
                Altcha.Algorithm.SHA256,
                Objects.requireNonNull(shown.maxNumber()),
                0);
        return JsonMapper.shared()
                .createObjectNode()
                .put("algorithm", shown.algorithm())
                .put("challenge", shown.challenge())
                .put("salt", shown.salt())
                .put("signature", shown.signature())
                .put("number", found.number);
    }
}
