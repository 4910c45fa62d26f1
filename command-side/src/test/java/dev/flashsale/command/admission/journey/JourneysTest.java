package dev.flashsale.command.admission.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.command.admission.Caller;
import dev.flashsale.command.admission.TurnedAway;
import dev.flashsale.command.admission.note.Footprints;
import dev.flashsale.command.admission.note.Note;
import dev.flashsale.command.admission.note.NoteKind;
import dev.flashsale.command.admission.note.Notes;
import dev.flashsale.command.admission.note.TestNotes;
import dev.flashsale.command.admission.redis.TestRedis;
import dev.flashsale.command.admission.ticket.TicketRequest;
import dev.flashsale.kernel.admission.AdmissionPolicy;
import dev.flashsale.kernel.admission.ChallengeKind;
import dev.flashsale.kernel.admission.ChallengePolicy;
import dev.flashsale.kernel.admission.JourneyPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Steps of a journey, by the notes that shoppers carry. */
class JourneysTest {
    private static final Instant OPENED = Instant.parse("2026-11-21T12:15:00Z");
    private static final JourneyPolicy JOURNEY = new JourneyPolicy(2_000, 1_000, 1_000, 60_000, 30, 60);
    private static final AdmissionPolicy POLICY = new AdmissionPolicy(
            new ChallengePolicy(ChallengeKind.PROOF_OF_WORK, List.of(), 3, 120_000, 8),
            true,
            null,
            null,
            JOURNEY,
            null,
            false);
    private static final JsonNode HAND =
            JsonMapper.shared().readTree("{\"pointerMoves\": 40, \"clicks\": 2, \"activeMs\": 1500}");

    private final TestRedis redis = new TestRedis();
    private final Notes notes = TestNotes.node();
    private final Suspicion suspicion = new Suspicion(redis.node());
    private final Journeys journeys = new Journeys(notes, suspicion);
    private final JourneyCondition condition = new JourneyCondition(journeys, suspicion);

    @AfterEach
    void stop() {
        redis.close();
    }

    @Test
    void onlyTheirOwnNoteBeginsAJourney() {
        // given
        String annas = opened("anna", "sale");
        Instant later = OPENED.plusSeconds(5);
        // then
        assertThat(reason(journeys.onChallenge("sale", "anna", POLICY, browser(), annas, later)))
                .isEqualTo("let on");
        assertThat(reason(journeys.onChallenge("sale", "bert", POLICY, browser(), annas, later)))
                .isEqualTo("JOURNEY_EXPIRED");
        assertThat(reason(journeys.onChallenge("sale2", "anna", POLICY, browser(), annas, later)))
                .isEqualTo("JOURNEY_EXPIRED");
        assertThat(reason(journeys.onChallenge("sale", "anna", POLICY, browser(), null, later)))
                .isEqualTo("JOURNEY_EXPIRED");
        assertThat(reason(journeys.onChallenge("sale", "anna", POLICY, browser(), annas, OPENED.plusSeconds(61))))
                .isEqualTo("JOURNEY_EXPIRED");
    }

    @Test
    void whoeverMayBeNoPersonSolvesAHarderChallengeNext() {
        // given an answer without a hand, after half the least time
        TicketRequest doubtful = request("anna", shown("anna", false), null, 500);
        // when
        TurnedAway refused = condition.check(doubtful);
        // then
        assertThat(refused).isNotNull().extracting(TurnedAway::rule).isEqualTo("CHALLENGE_REQUIRED");
        Step next =
                journeys.onChallenge("sale", "anna", POLICY, browser(), opened("anna", "sale"), OPENED.plusSeconds(5));
        assertThat(next.harder()).isTrue();
        assertThat(condition.check(request("anna", shown("anna", true), null, 500)))
                .as("the harder one was solved")
                .isNull();
        assertThat(condition.check(request("bert", shown("bert", false), HAND, 2_000)))
                .as("somebody else")
                .isNull();
    }

    @Test
    void aTicketCarriesTheScoreToThePurchase() {
        // given
        Step step = journeys.onTicket(request("anna", shown("anna", true), null, 500));
        assertThat(step.came().score()).isEqualTo(45);
        Note ticket = ticket(step.came());
        // then
        TurnedAway atOnce = Objects.requireNonNull(journeys.onPurchase(JOURNEY, ticket, browser(), OPENED));
        assertThat(atOnce.rule()).isEqualTo("JOURNEY_TOO_FAST");
        assertThat(atOnce.retryAfter()).isEqualTo(Duration.ofSeconds(1));
        assertThat(journeys.onPurchase(JOURNEY, ticket, browser(), OPENED.plusSeconds(1)))
                .isNull();
        TurnedAway another = Objects.requireNonNull(
                journeys.onPurchase(JOURNEY, ticket, caller("another browser"), OPENED.plusSeconds(1)));
        assertThat(another.rule()).isEqualTo("JOURNEY_SUSPECT");
        assertThat(another.members()).containsEntry("signs", List.of("USER_AGENT_CHANGED"));
    }

    @Test
    void aTicketFromBeforeTheDemandOrTooOldBeginsAnew() {
        assertThat(reason(journeys.onPurchase(JOURNEY, ticket(Footprints.NONE), browser(), OPENED)))
                .isEqualTo("JOURNEY_EXPIRED");
        Note ticket = ticket(Footprints.opened(OPENED.toEpochMilli(), 1, 1));
        assertThat(reason(journeys.onPurchase(JOURNEY, ticket, browser(), OPENED.plusSeconds(61))))
                .isEqualTo("JOURNEY_EXPIRED");
    }

    private String opened(String user, String sale) {
        return notes.write(NoteKind.JOURNEY, journeys.open(sale, user, JOURNEY, browser(), OPENED), OPENED);
    }

    /** A challenge that was shown ten seconds after the page. */
    private String shown(String user, boolean hard) {
        Instant at = OPENED.plusSeconds(10);
        Footprints came = journeys.open("sale", user, JOURNEY, browser(), OPENED)
                .footprints()
                .shown(at.toEpochMilli(), hard);
        Note note = new Note(
                user, "sale", "offer", "n", notes.nonce(), at.toEpochMilli(), at.toEpochMilli() + 60_000, came);
        return notes.write(NoteKind.CHALLENGE, note, at);
    }

    private static TicketRequest request(
            String user, String challengeId, @Nullable JsonNode evidence, long afterShownMs) {
        Instant at = OPENED.plusSeconds(10).plusMillis(afterShownMs);
        return new TicketRequest("sale", "offer", user, POLICY, browser(), challengeId, null, null, evidence, at);
    }

    private Note ticket(Footprints came) {
        long at = OPENED.toEpochMilli();
        return new Note("anna", "sale", "offer", "n", notes.nonce(), at, at + 300_000, came);
    }

    private static Caller browser() {
        return caller("a browser");
    }

    private static Caller caller(String agent) {
        return new Caller("203.0.113.9", "anna", null, agent, "de");
    }

    private static String reason(Step step) {
        return reason(step.turnedAway());
    }

    private static String reason(@Nullable TurnedAway turnedAway) {
        return turnedAway == null ? "let on" : turnedAway.rule();
    }
}
