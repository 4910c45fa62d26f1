package dev.flashsale.command.admission.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.command.admission.Caller;
import dev.flashsale.command.admission.TurnedAway;
import dev.flashsale.command.admission.Visit;
import dev.flashsale.command.admission.Visit.Wanted;
import dev.flashsale.kernel.admission.AdmissionPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What somebody is told who would wait in vain. */
class QueueCheckpointTest {
    private static final AdmissionPolicy QUEUE = new AdmissionPolicy(null, false, null, null, null, null, true);

    @Test
    void whoeverWouldComeAfterTheLastUnitIsToldHowThingsStand() {
        // given three purchases that wait for all of four units
        Line line = new Line(3, 4, 4, 1, Duration.ofMillis(2_345));

        // when
        TurnedAway turnedAway = Objects.requireNonNull(check(line, QUEUE));

        // then
        assertThat(turnedAway.rule()).isEqualTo("QUEUE_FULL");
        assertThat(turnedAway.status().value()).isEqualTo(409);
        assertThat(turnedAway.retryAfter()).isEqualTo(Duration.ofMillis(2_345));
        assertThat(turnedAway.members())
                .containsExactlyInAnyOrderEntriesOf(Map.of("position", 4, "remaining", 4L, "expectedWaitMs", 2_345L));
    }

    @Test
    void aPauseIsASecondAtLeast() {
        assertThat(Objects.requireNonNull(check(new Line(1, 1, 1, 1, Duration.ofMillis(4)), QUEUE))
                        .retryAfter())
                .isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void whoeverMayGetTheLastUnitWaits() {
        assertThat(check(new Line(3, 3, 4, 1, Duration.ZERO), QUEUE)).isNull();
    }

    @Test
    void whereNobodyWaitsTheStockIsAskedWhateverIsThoughtToBeLeft() {
        assertThat(check(new Line(0, 0, 0, 1, Duration.ZERO), QUEUE)).isNull();
    }

    @Test
    void whereNothingIsKnownOrSwitchedOnEverybodyGetsOn() {
        assertThat(check(null, QUEUE)).isNull();
        assertThat(check(new Line(9, 9, 1, 1, Duration.ZERO), AdmissionPolicy.OPEN))
                .isNull();
    }

    private static @Nullable TurnedAway check(@Nullable Line line, AdmissionPolicy policy) {
        Visit visit = new Visit(
                "sale-1",
                policy,
                new Caller("127.0.0.1", "ann", null, null, null),
                "ann",
                new Wanted("phone", 1, "purchase-1"),
                Instant.EPOCH);
        return new QueueCheckpoint((saleId, userId, wanted) -> line).check(visit);
    }
}
