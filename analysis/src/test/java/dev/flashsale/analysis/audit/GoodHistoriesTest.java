package dev.flashsale.analysis.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.kernel.order.UnappliedReason;
import dev.flashsale.kernel.stock.Refusal;
import dev.flashsale.kernel.stock.ReleaseReason;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GoodHistoriesTest {
    @Test
    void aSaleThatSellsOutHolds() {
        // given
        ToldSale sale = Sales.pens();
        sale.buy("p1", "ann", "pen", "pen", 0);
        sale.buy("p2", "bob", "pen", "pen", 0);
        sale.buy("p3", "cyd", "pen", "pen", 0);
        sale.refuse("p4", "dan", "pen", 1, "pen", 0, Refusal.SOLD_OUT);

        // when
        AuditReport report = sale.history().audit(true);

        // then
        assertHolds(report);
        assertThat(report.verdict())
                .isEqualTo("sold 3 of 3 · oversold 0 · undersold 0 · paid 3 · expired and resold 0"
                        + " · every purchase has one outcome");
        assertThat(report.sales().getFirst().purchases().refusedFor()).containsEntry("SOLD_OUT", 1L);
    }

    @Test
    void expiredUnitsAreSoldAgain() {
        // given three reservations, one of which is never paid
        ToldSale sale = Sales.pens();
        sale.reserve("p1", "ann", "pen", 1, "pen", 0);
        sale.order("p1");
        sale.buy("p2", "bob", "pen", "pen", 0);
        sale.buy("p3", "cyd", "pen", "pen", 0);
        sale.refuse("p4", "dan", "pen", 1, "pen", 0, Refusal.SOLD_OUT);
        sale.letExpire("p1");
        sale.buy("p5", "dan", "pen", "pen", 0);

        // when
        AuditReport report = sale.history().audit(true);

        // then
        assertHolds(report);
        assertThat(report.verdict()).contains("sold 3 of 3", "paid 3", "expired and resold 1");
    }

    @Test
    void lateMoneyIsRefunded() {
        // given
        ToldSale sale = Sales.pens();
        sale.reserve("p1", "ann", "pen", 2, "pen", 0);
        sale.order("p1");
        sale.expire("p1", true);
        sale.payInVain("p1", UnappliedReason.TOO_LATE);
        sale.release("p1", ReleaseReason.EXPIRED);
        sale.refund("p1");

        // when, then
        assertHolds(sale.history().audit(true));
    }

    @Test
    void aBundleThatCannotBeCompletedGivesBackWhatItGot() {
        // given the pads are gone when the second set asks for one
        ToldSale sale = Sales.sets();
        sale.buy("p1", "ann", "pad", "pad", 0);
        sale.reserve("p2", "bob", "set", 1, "pen", 0);
        sale.reserve("p3", "cyd", "set", 1, "pen", 0);
        sale.reserve("p2", "bob", "set", 1, "pad", 0);
        sale.refuse("p3", "cyd", "set", 1, "pad", 0, Refusal.SOLD_OUT);
        sale.release("p3", ReleaseReason.BUNDLE_INCOMPLETE);
        sale.order("p2");
        sale.pay("p2");
        sale.confirm("p2");

        // when
        AuditReport report = sale.history().audit(true);

        // then
        assertHolds(report);
        assertThat(report.sales().getFirst().purchases())
                .extracting(PurchaseCounts::paid, PurchaseCounts::refused)
                .containsExactly(2L, 1L);
    }

    @Test
    void unitsThatMoveBetweenBucketsAreSoldThere() {
        // given
        ToldSale sale = Sales.pensInTwoBuckets();
        sale.buy("p1", "ann", "pen", "pen", 0);
        sale.buy("p2", "bob", "pen", "pen", 0);
        sale.send("t1", "pen", 1, 0, 1);
        sale.receive("t1", "pen", 1, 0, 1);
        sale.buy("p3", "cyd", "pen", "pen", 0);

        // when
        AuditReport report = sale.history().audit(true);

        // then
        assertHolds(report);
        assertThat(report.verdict()).contains("sold 3 of 4", "undersold 0");
    }

    @Test
    void aSoldOutThatUnitsOvertookIsForgivenForASecond() {
        // given both buckets empty, and a unit that comes back while the refusal is under way
        ToldSale sale = soldOutInTwoBuckets();
        sale.expire("p3", true);
        sale.release("p3", ReleaseReason.EXPIRED);
        sale.pass(Duration.ofMillis(300));
        sale.refuse("p9", "eve", "pen", 1, "pen", 0, Refusal.SOLD_OUT);

        // when
        AuditReport report = sale.history().audit(true);

        // then
        assertHolds(report);
        assertThat(report.soldOutSeenLate()).isEqualTo(1);
    }

    static ToldSale soldOutInTwoBuckets() {
        ToldSale sale = Sales.pensInTwoBuckets();
        sale.buy("p1", "ann", "pen", "pen", 0);
        sale.buy("p2", "bob", "pen", "pen", 0);
        sale.reserve("p3", "cyd", "pen", 1, "pen", 1);
        sale.order("p3");
        sale.buy("p4", "dan", "pen", "pen", 1);
        return sale;
    }

    @Test
    void anUnplacedOrderExpiresTogetherWithItsReservation() {
        // given a process that died between reservation and order
        ToldSale sale = Sales.pens();
        sale.reserve("p1", "ann", "pen", 1, "pen", 0);
        sale.expire("p1", false);
        sale.release("p1", ReleaseReason.EXPIRED);

        // when, then
        assertHolds(sale.history().audit(true));
    }

    @Test
    void aCancelledOrderAndAddedUnitsHold() {
        // given
        ToldSale sale = Sales.pens();
        sale.reserve("p1", "ann", "pen", 2, "pen", 0);
        sale.order("p1");
        sale.cancel("p1");
        sale.release("p1", ReleaseReason.CANCELLED);
        sale.add("more", "pen", 0, 2);
        sale.reserve("p2", "ann", "pen", 2, "pen", 0);
        sale.refuse("p3", "ann", "pen", 1, "pen", 0, Refusal.LIMIT_EXCEEDED);
        sale.withdraw("pen", 0);
        sale.refuse("p4", "bob", "pen", 1, "pen", 0, Refusal.ENDED);

        // when
        AuditReport report = sale.history().audit(false);

        // then
        assertHolds(report);
        assertThat(report.verdict()).contains("sold 0 and held 2 of 5", "1 purchases not ended yet");
    }

    static void assertHolds(AuditReport report) {
        assertThat(report.findings())
                .filteredOn(finding -> finding.violations() > 0)
                .isEmpty();
        assertThat(report.holds()).isTrue();
    }
}
