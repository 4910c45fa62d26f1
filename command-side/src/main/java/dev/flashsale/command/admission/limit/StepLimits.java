package dev.flashsale.command.admission.limit;

import dev.flashsale.command.admission.TurnedAway;
import dev.flashsale.kernel.admission.Rate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * How often one shopper may take a step on the way to a ticket, in one sale. The merchant does not set these: a person never
 * meets them, and without them one account could have pictures drawn without end.
 */
@Component
public class StepLimits {
    private static final Map<String, Rate> RATES =
            Map.of("challenge", new Rate(10, 1, 3_000), "ticket", new Rate(20, 1, 1_000));

    private final RateLimits limits;

    StepLimits(RateLimits limits) {
        this.limits = limits;
    }

    /** Why this step has to wait; null if it has not. */
    public @Nullable TurnedAway check(String step, String saleId, String userId) {
        Rate rate = RATES.get(step);
        if (rate == null) {
            throw new IllegalArgumentException("no such step: " + step);
        }
        Quota quota = limits.take(step, saleId + ':' + userId, rate);
        return quota.isTaken() ? null : tooOften(step, quota);
    }

    private static TurnedAway tooOften(String step, Quota quota) {
        return TurnedAway.forNow(
                        "RATE_LIMITED",
                        HttpStatus.TOO_MANY_REQUESTS,
                        "Too many requests",
                        "Nothing was recorded. Try again after the pause.",
                        quota.pause())
                .with("limit", step)
                .with("retryAfterMs", quota.pauseMs())
                .header(Quota.HEADER, quota.header())
                .header(Quota.POLICY_HEADER, quota.policyHeader());
    }
}
