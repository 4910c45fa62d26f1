package dev.flashsale.command.admission.limit;

import dev.flashsale.command.admission.Checkpoint;
import dev.flashsale.command.admission.Stage;
import dev.flashsale.command.admission.TurnedAway;
import dev.flashsale.command.admission.Visit;
import dev.flashsale.kernel.admission.Rate;
import dev.flashsale.kernel.admission.RatePolicy;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One of a sale's limits, as a check of the gate.
 *
 * @param limit names it in answers and headers
 * @param rate its part of the policy; null is none
 * @param subject whom it counts within the sale
 */
record RateCheck(
        Stage stage,
        String limit,
        RateLimits limits,
        Function<RatePolicy, @Nullable Rate> rate,
        Function<Visit, String> subject)
        implements Checkpoint {
    private static final String DETAIL =
            "Nothing was recorded. Try again after the pause, with the same Idempotency-Key.";

    @Override
    public @Nullable TurnedAway check(Visit visit) {
        RatePolicy rates = visit.policy().rates();
        Rate wanted = rates == null ? null : rate.apply(rates);
        if (wanted == null) {
            return null;
        }
        Quota quota = limits.take(limit, visit.saleId() + subject.apply(visit), wanted);
        return quota.isTaken() ? null : quota.turnedAway(DETAIL);
    }
}
