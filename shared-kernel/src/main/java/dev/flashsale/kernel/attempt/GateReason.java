package dev.flashsale.kernel.attempt;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why the gate turned somebody away: the sale's admission said so, and no stock was asked. Such an answer depends on what was
 * known of a person, a network or a moment, none of which is kept, so nobody can decide it again.
 */
public enum GateReason {
    BLOCKED("user or network was blocked"),
    RATE_LIMITED("asked too often"),
    TICKET_REQUIRED("came without a purchase ticket"),
    TICKET_INVALID("the ticket was not theirs, or not genuine"),
    TICKET_EXPIRED("the ticket was too old"),
    TICKET_USED("the ticket had been used"),
    CHALLENGE_REQUIRED("had not solved a challenge"),
    CHALLENGE_FAILED("solved the challenge wrongly"),
    CHALLENGE_EXPIRED("solved the challenge too late"),
    CHALLENGE_USED("the answer had been used"),
    JOURNEY_TOO_FAST("came faster than a person can"),
    JOURNEY_SUSPECT("came in a way that people do not"),
    JOURNEY_EXPIRED("had opened the page too long ago"),
    NOT_ELIGIBLE("the sale was not for them"),
    QUEUE_FULL("would have waited behind as many as could get all that was left"),
    ADMISSION_UNAVAILABLE("could not be checked, since the gate's memory was away");

    private static final Map<String, GateReason> BY_NAME =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(GateReason::name, Function.identity()));

    private final String meaning;

    GateReason(String meaning) {
        this.meaning = meaning;
    }

    /** What became of the shopper, as the end of a sentence about them. */
    public String meaning() {
        return meaning;
    }

    /** The gate's reason of this name; empty for what a stock or the edge says. */
    public static Optional<GateReason> of(@Nullable String reason) {
        return reason == null ? Optional.empty() : Optional.ofNullable(BY_NAME.get(reason));
    }

    /** Whether the gate, and no stock and no edge, says this. */
    public static boolean isOne(@Nullable String reason) {
        return of(reason).isPresent();
    }
}
