package dev.flashsale.command.admission.journey;

import dev.flashsale.command.admission.TurnedAway;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** The ways in which a journey ends early. */
final class JourneyRefusals {
    private JourneyRefusals() {}

    static TurnedAway expired() {
        return TurnedAway.forGood(
                "JOURNEY_EXPIRED",
                HttpStatus.FORBIDDEN,
                "The way here is not known any more",
                "Open the page of the sale again and begin anew.");
    }

    static TurnedAway refused(Assessment assessment) {
        return (assessment.isCuredByWaiting() ? tooFast(assessment) : suspect())
                .with("signs", assessment.signs().stream().map(Sign::name).toList())
                .with("score", assessment.score());
    }

    private static TurnedAway tooFast(Assessment assessment) {
        return TurnedAway.forNow(
                "JOURNEY_TOO_FAST",
                HttpStatus.FORBIDDEN,
                "Faster than a person can be",
                "Wait a moment, then try again.",
                Duration.ofMillis(assessment.waitMs()));
    }

    private static TurnedAway suspect() {
        return TurnedAway.forGood(
                "JOURNEY_SUSPECT",
                HttpStatus.FORBIDDEN,
                "This does not look like a person",
                "Open the page of the sale again and take your time.");
    }

    static TurnedAway harderChallenge(Assessment assessment) {
        return TurnedAway.forGood(
                        "CHALLENGE_REQUIRED",
                        HttpStatus.FORBIDDEN,
                        "A challenge has to be solved first",
                        "Ask for another challenge, which is a harder one.")
                .with("harder", true)
                .with("signs", assessment.signs().stream().map(Sign::name).toList());
    }
}
