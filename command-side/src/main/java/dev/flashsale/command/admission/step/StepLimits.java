package dev.flashsale.command.admission.step;

import dev.flashsale.command.admission.AddressPrefix;
import dev.flashsale.command.admission.TurnedAway;
import dev.flashsale.command.admission.Visit;
import dev.flashsale.command.admission.limit.Quota;
import dev.flashsale.command.admission.limit.RateLimits;
import dev.flashsale.kernel.admission.Rate;
import dev.flashsale.kernel.admission.RatePolicy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How often a step may be taken in one sale: by one account, and by one network as often as the sale lets it ask to buy. Each
 * step counts for itself, so that the way to a ticket takes nothing from the purchase.
 */
@Component
class StepLimits {
    private static final String DETAIL = "Nothing was recorded. Try again after the pause.";

    private final RateLimits limits;

    StepLimits(RateLimits limits) {
        this.limits = limits;
    }

    /** Why this step has to wait; null if it has not. */
    @Nullable
    TurnedAway check(WayStep step, Visit visit) {
        Quota ofTheUser = limits.take(step.limit(), visit.saleId() + ':' + visit.userId(), step.perUser());
        if (!ofTheUser.isTaken()) {
            return ofTheUser.turnedAway(DETAIL);
        }
        RatePolicy rates = visit.policy().rates();
        Rate perAddress = rates == null ? null : rates.perAddress();
        if (perAddress == null) {
            return null;
        }
        String network = AddressPrefix.of(visit.caller().address());
        Quota ofTheAddress = limits.take("address", visit.saleId() + ':' + step.limit() + ':' + network, perAddress);
        return ofTheAddress.isTaken() ? null : ofTheAddress.turnedAway(DETAIL);
    }
}
