package dev.flashsale.command.admission.eligibility;

import dev.flashsale.command.admission.TurnedAway;
import dev.flashsale.kernel.admission.AdmissionPolicy;
import dev.flashsale.kernel.admission.EligibilityPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Turns away whom a sale is not for; while nobody can tell, everybody, for a moment. */
@Component
class Eligibility {
    private final KnownFacts facts;

    Eligibility(KnownFacts facts) {
        this.facts = facts;
    }

    /** Why this user is turned away; null lets them on. */
    @Nullable
    TurnedAway check(AdmissionPolicy admission, String saleId, @Nullable String userId, Instant at) {
        EligibilityPolicy policy = admission.eligibility();
        if (policy == null || userId == null) {
            return null;
        }
        try {
            Facts known = facts.of(policy, saleId, userId);
            Ineligibility unmet = EligibilityRules.unmet(policy, known, at);
            return unmet == null ? null : notEligible(policy, known, unmet);
        } catch (DataAccessException e) {
            return TurnedAway.forNow(
                    "ADMISSION_UNAVAILABLE",
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "Admission cannot be checked now",
                    "Whom the sale is for cannot be looked up. Nothing was decided; try again soon.",
                    Duration.ofSeconds(1));
        }
    }

    private static TurnedAway notEligible(EligibilityPolicy policy, Facts known, Ineligibility unmet) {
        TurnedAway turnedAway = TurnedAway.forGood(
                        "NOT_ELIGIBLE", HttpStatus.FORBIDDEN, "The sale is not for this account", unmet.detail())
                .with("rule", unmet.name());
        boolean willBe = unmet == Ineligibility.ACCOUNT_TOO_NEW && known.createdAt() != null;
        return willBe
                ? turnedAway.with(
                        "oldEnoughAt",
                        Objects.requireNonNull(known.createdAt())
                                .plusMillis(policy.leastAccountAgeMs())
                                .toString())
                : turnedAway;
    }
}
