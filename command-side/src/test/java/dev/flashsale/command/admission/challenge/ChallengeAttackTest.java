package dev.flashsale.command.admission.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.command.admission.Caller;
import dev.flashsale.command.admission.TurnedAway;
import dev.flashsale.command.admission.challenge.ChallengeDesk.Asker;
import dev.flashsale.command.admission.challenge.ChallengeDesk.Outcome;
import dev.flashsale.command.admission.note.Footprints;
import dev.flashsale.command.admission.note.TestNotes;
import dev.flashsale.command.admission.redis.GateRedis;
import dev.flashsale.command.admission.redis.TestRedis;
import dev.flashsale.command.admission.ticket.TicketRequest;
import dev.flashsale.kernel.admission.AdmissionPolicy;
import dev.flashsale.kernel.admission.ChallengeKind;
import dev.flashsale.kernel.admission.ChallengePolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.StringNode;

/** Answers that are sent again, elsewhere, or by trial, over a real Redis. */
class ChallengeAttackTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:15:00Z");
    private static final ChallengePolicy THREE_TRIES =
            new ChallengePolicy(ChallengeKind.SLIDER, List.of(), 3, 120_000, 0);
    private static final AdmissionPolicy POLICY = new AdmissionPolicy(THREE_TRIES, true, null, null, null, null, false);

    private final TestRedis redis = new TestRedis();

    private final KnownAnswer challenger = new KnownAnswer();
    private final ChallengeDesk one = node(redis.node());
    private final ChallengeDesk other = node(redis.node());

    /** A challenge that was shown, and its answer. */
    private record Solved(String user, String sale, String offer, String challengeId, String answer) {}

    @AfterEach
    void stop() {
        redis.close();
    }

    @Test
    void ofAThousandUsesOfOneRightAnswerAtOnceOneSucceeds() {
        // given
        Solved solved = solved("anna", "sale", "offer", false);
        // when
        List<String> answers = IntStream.range(0, 1_000)
                .parallel()
                .mapToObj(i -> rule((i % 2 == 0 ? one : other).answer(request(solved, NOW))))
                .toList();
        // then
        assertThat(answers).filteredOn("let on"::equals).hasSize(1);
        assertThat(answers)
                .allMatch(answer ->
                        List.of("let on", "CHALLENGE_USED", "CHALLENGE_FAILED").contains(answer));
    }

    @Test
    void ofTenThousandAnswersToSomebodyElsesChallengeNoneIsTaken() {
        // given
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<Solved> all = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            all.add(solved("user-" + i % 5, "sale-" + i % 4, "offer-" + i % 3, false));
        }
        int taken = 0;
        int tried = 0;
        // when
        while (tried < 10_000) {
            Solved from = all.get(random.nextInt(all.size()));
            Solved to = all.get(random.nextInt(all.size()));
            boolean sameAim = from.user().equals(to.user())
                    && from.sale().equals(to.sale())
                    && from.offer().equals(to.offer());
            if (!sameAim) {
                tried++;
                Solved stolen = new Solved(to.user(), to.sale(), to.offer(), from.challengeId(), from.answer());
                taken += one.answer(request(stolen, NOW)) == null ? 1 : 0;
            }
        }
        // then
        assertThat(taken).isZero();
        assertThat(all.stream().filter(solved -> one.answer(request(solved, NOW)) == null))
                .hasSize(all.size());
    }

    @Test
    void guessesAtOnceAreNotMoreThanTheAttempts() {
        // given
        Solved solved = solved("anna", "sale", "offer", false);
        Solved guess = new Solved("anna", "sale", "offer", solved.challengeId(), "a guess");
        // when
        List<TurnedAway> answers = IntStream.range(0, 200)
                .parallel()
                .mapToObj(i -> (i % 2 == 0 ? one : other).answer(request(guess, NOW)))
                .toList();
        // then: three were looked at, and the right answer comes too late
        assertThat(answers).allMatch(no -> no != null && no.rule().equals("CHALLENGE_FAILED"));
        assertThat(answers.stream().map(no -> no.members().get("attemptsLeft")).filter(left -> !left.equals(0)))
                .containsExactlyInAnyOrder(1, 2);
        assertThat(rule(one.answer(request(solved, NOW)))).isEqualTo("CHALLENGE_FAILED");
    }

    @Test
    void aHarderChallengeIsTriedOnce() {
        // given
        Solved solved = solved("anna", "sale", "offer", true);
        Solved guess = new Solved("anna", "sale", "offer", solved.challengeId(), "a guess");
        // then
        assertThat(rule(one.answer(request(guess, NOW)))).isEqualTo("CHALLENGE_FAILED");
        assertThat(rule(one.answer(request(solved, NOW)))).isEqualTo("CHALLENGE_FAILED");
    }

    @Test
    void anAnswerAfterTheEndIsTooLate() {
        Solved solved = solved("anna", "sale", "offer", false);
        assertThat(rule(one.answer(request(solved, NOW.plusMillis(120_000))))).isEqualTo("CHALLENGE_EXPIRED");
        assertThat(rule(one.answer(request(solved, NOW.plusMillis(119_999))))).isEqualTo("let on");
    }

    @Test
    void aChallengeThatRedisForgotIsOver() {
        // given
        Solved solved = solved("anna", "sale", "offer", false);
        redis.client().flushAll();
        // then
        assertThat(rule(one.answer(request(solved, NOW)))).isEqualTo("CHALLENGE_EXPIRED");
    }

    @Test
    void withoutRedisNoneIsShownAndNoAnswerIsTaken() {
        // given
        Solved solved = solved("anna", "sale", "offer", false);
        ChallengeDesk cutOff = node(redis.cutOffNode());
        // then
        assertThat(rule(cutOff.answer(request(solved, NOW)))).isEqualTo("ADMISSION_UNAVAILABLE");
        assertThat(cutOff.show(THREE_TRIES, asker("anna", "sale", "offer", false), NOW))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        no -> assertThat(no.turnedAway().rule()).isEqualTo("ADMISSION_UNAVAILABLE"));
    }

    @Test
    void theAnswerIsNotInWhatIsShown() {
        // when
        Outcome shown = one.show(THREE_TRIES, asker("anna", "sale", "offer", false), NOW);
        // then
        assertThat(shown.toString()).doesNotContain(challenger.lastAnswer());
    }

    private ChallengeDesk node(GateRedis redis) {
        return new ChallengeDesk(List.of(challenger), new ChallengeStore(redis), TestNotes.node());
    }

    private Solved solved(String user, String sale, String offer, boolean harder) {
        if (one.show(THREE_TRIES, asker(user, sale, offer, harder), NOW) instanceof Outcome.Shown shown) {
            return new Solved(user, sale, offer, shown.challengeId(), challenger.lastAnswer());
        }
        throw new AssertionError("no challenge was shown");
    }

    private static Asker asker(String user, String sale, String offer, boolean harder) {
        return new Asker(user, sale, offer, "network", Footprints.NONE, harder);
    }

    private static TicketRequest request(Solved solved, Instant at) {
        return new TicketRequest(
                solved.sale(),
                solved.offer(),
                solved.user(),
                POLICY,
                new Caller("203.0.113.9", solved.user(), null, "a browser", "de"),
                solved.challengeId(),
                StringNode.valueOf(solved.answer()),
                null,
                null,
                at);
    }

    private static String rule(@Nullable TurnedAway turnedAway) {
        return turnedAway == null ? "let on" : turnedAway.rule();
    }
}
