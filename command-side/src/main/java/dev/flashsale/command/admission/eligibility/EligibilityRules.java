package dev.flashsale.command.admission.eligibility;

import dev.flashsale.kernel.admission.EligibilityPolicy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether a sale is for somebody. */
final class EligibilityRules {
    private EligibilityRules() {}

    /** The first rule that is not met; null if the sale is for them. */
    static @Nullable Ineligibility unmet(EligibilityPolicy policy, Facts facts, Instant at) {
        if (!isOldEnough(policy, facts, at)) {
            return Ineligibility.ACCOUNT_TOO_NEW;
        }
        if (facts.level() < policy.leastLevel()) {
            return Ineligibility.LEVEL_TOO_LOW;
        }
        if (policy.allowListOnly() && !facts.allowListed()) {
            return Ineligibility.NOT_ON_ALLOW_LIST;
        }
        if (policy.boughtInSaleId() != null && !facts.bought()) {
            return Ineligibility.NOT_BOUGHT_BEFORE;
        }
        boolean excluded = policy.notBoughtInSaleId() != null && facts.boughtExcluded();
        return excluded ? Ineligibility.BOUGHT_BEFORE : null;
    }

    private static boolean isOldEnough(EligibilityPolicy policy, Facts facts, Instant at) {
        if (policy.leastAccountAgeMs() == 0) {
            return true;
        }
        Instant createdAt = facts.createdAt();
        return createdAt != null && !at.isBefore(createdAt.plusMillis(policy.leastAccountAgeMs()));
    }
}
