package dev.flashsale.command.admission.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.kernel.admission.EligibilityPolicy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whom a sale is for, rule by rule. */
class EligibilityRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Facts NOBODY = new Facts(null, 0, false, false, false);
    private static final long HOUR_MS = 3_600_000;

    @Test
    void aSaleThatAsksForNothingIsForEverybody() {
        assertThat(unmet(new EligibilityPolicy(0, 0, false, null, null), NOBODY))
                .isNull();
    }

    @Test
    void anAccountIsOldEnoughFromTheVeryMillisecondOn() {
        // given
        EligibilityPolicy anHour = new EligibilityPolicy(HOUR_MS, 0, false, null, null);

        // then
        assertThat(unmet(anHour, madeAt(NOW.minusMillis(HOUR_MS)))).isNull();
        assertThat(unmet(anHour, madeAt(NOW.minusMillis(HOUR_MS - 1)))).isEqualTo(Ineligibility.ACCOUNT_TOO_NEW);
        assertThat(unmet(anHour, NOBODY)).isEqualTo(Ineligibility.ACCOUNT_TOO_NEW);
    }

    @Test
    void aLevelIsReachedOrNot() {
        // given
        EligibilityPolicy third = new EligibilityPolicy(0, 3, false, null, null);

        // then
        assertThat(unmet(third, new Facts(NOW, 3, false, false, false))).isNull();
        assertThat(unmet(third, new Facts(NOW, 2, true, true, true))).isEqualTo(Ineligibility.LEVEL_TOO_LOW);
    }

    @Test
    void anAllowListLetsInWhoIsOnIt() {
        // given
        EligibilityPolicy listed = new EligibilityPolicy(0, 0, true, null, null);

        // then
        assertThat(unmet(listed, new Facts(NOW, 0, true, false, false))).isNull();
        assertThat(unmet(listed, NOBODY)).isEqualTo(Ineligibility.NOT_ON_ALLOW_LIST);
    }

    @Test
    void buyersOfAnotherSaleAreDemandedOrExcluded() {
        // given
        EligibilityPolicy buyers = new EligibilityPolicy(0, 0, false, "sale-0", null);
        EligibilityPolicy others = new EligibilityPolicy(0, 0, false, null, "sale-0");

        // then
        assertThat(unmet(buyers, new Facts(NOW, 0, false, true, false))).isNull();
        assertThat(unmet(buyers, NOBODY)).isEqualTo(Ineligibility.NOT_BOUGHT_BEFORE);
        assertThat(unmet(others, NOBODY)).isNull();
        assertThat(unmet(others, new Facts(NOW, 0, false, false, true))).isEqualTo(Ineligibility.BOUGHT_BEFORE);
    }

    private static @Nullable Ineligibility unmet(EligibilityPolicy policy, Facts facts) {
        return EligibilityRules.unmet(policy, facts, NOW);
    }

    private static Facts madeAt(Instant at) {
        return new Facts(at, 0, false, false, false);
    }
}
