package dev.flashsale.command.admission.limit;

import dev.flashsale.command.admission.TurnedAway;
import dev.flashsale.kernel.admission.Rate;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/**
 * What a token bucket answered.
 *
 * @param limit names the limit, in the form of an identifier
 * @param isTaken whether there was a token for this request
 * @param remaining whole tokens that are left
 * @param pause until the next token comes; zero where one was taken
 */
public record Quota(String limit, Rate rate, boolean isTaken, long remaining, Duration pause) {
    private static final String RULE = "RATE_LIMITED";

    /** Names the header of the same meaning (draft-ietf-httpapi-ratelimit-headers). */
    public static final String HEADER = "RateLimit";

    /** Names the header that tells the limit itself. */
    public static final String POLICY_HEADER = "RateLimit-Policy";

    static Quota taken(String limit, Rate rate, long remaining) {
        return new Quota(limit, rate, true, remaining, Duration.ZERO);
    }

    static Quota refused(String limit, Rate rate, Duration pause) {
        return new Quota(limit, rate, false, 0, pause);
    }

    /** What is left, and for how many seconds nothing is added to that. */
    public String header() {
        return "\"%s\";r=%d;t=%d".formatted(limit, remaining, Math.ceilDiv(pause.toNanos(), 1_000_000_000L));
    }

    /** The bucket's size, and in how many seconds an empty one is full. */
    public String policyHeader() {
        long fullMs = Math.ceilDiv(rate.capacity() * rate.refillPeriodMs(), rate.refillTokens());
        return "\"%s\";q=%d;w=%d".formatted(limit, rate.capacity(), Math.max(1, Math.ceilDiv(fullMs, 1_000L)));
    }

    /** Milliseconds until a token comes, rounded up. */
    public long pauseMs() {
        return Math.ceilDiv(pause.toNanos(), 1_000_000L);
    }

    /**
     * How somebody is told who has to wait for the next token.
     *
     * @param detail what they can do about it
     */
    public TurnedAway turnedAway(String detail) {
        return TurnedAway.forNow(RULE, HttpStatus.TOO_MANY_REQUESTS, "Too many requests", detail, pause)
                .with("limit", limit)
                .with("retryAfterMs", pauseMs())
                .header(HEADER, header())
                .header(POLICY_HEADER, policyHeader());
    }
}
