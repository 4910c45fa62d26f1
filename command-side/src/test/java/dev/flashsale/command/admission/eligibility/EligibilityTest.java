package dev.flashsale.command.admission.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.command.admission.TurnedAway;
import dev.flashsale.kernel.admission.AdmissionPolicy;
import dev.flashsale.kernel.admission.EligibilityPolicy;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

/** What somebody is told whom a sale is not for. */
class EligibilityTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final AdmissionPolicy MEMBERS = admission(new EligibilityPolicy(3_600_000, 0, true, null, null));

    private final AtomicInteger queries = new AtomicInteger();

    @Test
    void theRuleIsNamedAndWhenItWillBeMet() {
        // given
        Eligibility eligibility = knowing(new Facts(NOW.minusSeconds(60), 0, true, false, false));

        // when
        TurnedAway turnedAway = Objects.requireNonNull(eligibility.check(MEMBERS, "sale-1", "ann", NOW));

        // then
        assertThat(turnedAway.rule()).isEqualTo("NOT_ELIGIBLE");
        assertThat(turnedAway.status().value()).isEqualTo(403);
        assertThat(turnedAway.members())
                .containsEntry("rule", "ACCOUNT_TOO_NEW")
                .containsEntry("oldEnoughAt", "2026-11-21T10:59:00Z");
    }

    @Test
    void whoeverAsksAgainAndAgainCostsOneQuery() {
        // given
        Eligibility eligibility = knowing(new Facts(NOW.minusSeconds(7_200), 0, false, false, false));

        // when
        for (int i = 0; i < 100; i++) {
            TurnedAway turnedAway = Objects.requireNonNull(eligibility.check(MEMBERS, "sale-1", "ann", NOW));
            assertThat(turnedAway.members()).containsEntry("rule", "NOT_ON_ALLOW_LIST");
        }

        // then one, or a few on a machine that needs seconds for this
        assertThat(queries).hasValueLessThan(50);
    }

    @Test
    void aSaleForEverybodyAsksNobody() {
        // when, then
        assertThat(knowing(new Facts(null, 0, false, false, false)).check(AdmissionPolicy.OPEN, "sale-1", "ann", NOW))
                .isNull();
        assertThat(queries).hasValue(0);
    }

    @Test
    void nobodyIsLetInNorRefusedForGoodWhileTheDatabaseIsAway() {
        // given
        Eligibility eligibility = new Eligibility(new KnownFacts(new FactsTable(new JdbcTemplate()) {
            @Override
            Facts read(About about) {
                throw new DataAccessResourceFailureException("away");
            }
        }));

        // when
        TurnedAway turnedAway = Objects.requireNonNull(eligibility.check(MEMBERS, "sale-1", "ann", NOW));

        // then
        assertThat(turnedAway.rule()).isEqualTo("ADMISSION_UNAVAILABLE");
        assertThat(turnedAway.status().value()).isEqualTo(503);
        assertThat(turnedAway.retryAfter()).isNotNull();
    }

    private Eligibility knowing(Facts facts) {
        return new Eligibility(new KnownFacts(new FactsTable(new JdbcTemplate()) {
            @Override
            Facts read(About about) {
                queries.incrementAndGet();
                return facts;
            }
        }));
    }

    private static AdmissionPolicy admission(EligibilityPolicy eligibility) {
        return new AdmissionPolicy(null, false, null, null, null, eligibility, false);
    }
}
