package dev.flashsale.command.admission.challenge;

import dev.flashsale.command.admission.TurnedAway;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** What can be wrong with an answer. */
final class ChallengeRefusals {
    private static final String ANOTHER = "Ask for another challenge.";

    private ChallengeRefusals() {}

    static TurnedAway required() {
        return forbidden(
                "CHALLENGE_REQUIRED", "A challenge has to be solved first", "Ask for a challenge and answer it.");
    }

    static TurnedAway wrong(int attemptsLeft) {
        return forbidden(
                        "CHALLENGE_FAILED",
                        "That is not the answer",
                        attemptsLeft > 0 ? "Try again, or ask for another challenge." : ANOTHER)
                .with("attemptsLeft", attemptsLeft);
    }

    static TurnedAway notTheirs() {
        return forbidden(
                        "CHALLENGE_FAILED", "This challenge was shown to somebody else, or for something else", ANOTHER)
                .with("attemptsLeft", 0);
    }

    static TurnedAway expired() {
        return forbidden("CHALLENGE_EXPIRED", "The time for this challenge is over", ANOTHER);
    }

    static TurnedAway used() {
        return forbidden("CHALLENGE_USED", "This challenge was answered before", ANOTHER);
    }

    static TurnedAway unavailable() {
        return TurnedAway.forNow(
                "ADMISSION_UNAVAILABLE",
                HttpStatus.SERVICE_UNAVAILABLE,
                "The gate cannot check now",
                "Nothing was decided. Try again soon.",
                Duration.ofSeconds(1));
    }

    private static TurnedAway forbidden(String rule, String title, String detail) {
        return TurnedAway.forGood(rule, HttpStatus.FORBIDDEN, title, detail);
    }
}
