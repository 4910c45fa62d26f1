package dev.flashsale.analysis.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.analysis.ledger.StoredEvent;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An audit that runs for ever keeps what is open, and still finds the same. */
class ForgetfulAuditTest {
    static List<Long> seeds() {
        return List.of(1L, 2L, 3L, 4L, 5L, new Random().nextLong());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aLegalHistoryHoldsHoweverOftenTheAuditForgets(long seed) {
        // given
        List<StoredEvent> events = new LegalSale(seed).tell(600).events();
        Audit whole = new Audit(AuditOptions.of(false));
        Audit forgetful = new Audit(AuditOptions.of(false));

        // when
        int taken = 0;
        for (StoredEvent event : events) {
            whole.accept(event);
            forgetful.accept(event);
            if (++taken % 50 == 0) {
                forgetful.forgetSettled();
            }
        }

        // then
        assertThat(forgetful.report().violations()).isZero();
        assertThat(forgetful.report().sales()).isEqualTo(whole.report().sales());
        assertThat(forgetful.ledger().purchases().size())
                .isLessThan(whole.ledger().purchases().size());
    }

    @Test
    void anEventAboutAPurchaseThatWasLetGoIsStillWrong() {
        // given
        ToldSale sale = Sales.pens();
        sale.buy("p1", "ann", "pen", "pen", 0);
        Audit audit = new Audit(AuditOptions.of(false));
        sale.history().events().forEach(audit::accept);
        int before = sale.history().events().size();
        audit.forgetSettled();
        audit.forgetSettled();

        // when
        sale.pay("p1");
        audit.accept(sale.history().events().get(before));

        // then
        assertThat(audit.ledger().purchases()).hasSize(1);
        assertThat(audit.report().verdict()).contains("I-7");
    }

    @Test
    void aReportCanBeAskedForAgainAndAgain() {
        // given
        ToldSale sale = Sales.pens();
        sale.leaveUnpaid();
        Audit audit = new Audit(AuditOptions.of(true));
        sale.history().events().forEach(audit::accept);

        // when
        AuditReport first = audit.report();

        // then
        assertThat(audit.report()).isEqualTo(first);
    }
}
