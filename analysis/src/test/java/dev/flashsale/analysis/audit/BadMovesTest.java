package dev.flashsale.analysis.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.kernel.stock.Refusal;
import dev.flashsale.kernel.stock.StockTransferReceived;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Histories that are wrong across buckets, items or time; the rest are in {@link BadHistoriesTest}. */
class BadMovesTest {
    @Test
    void unitsThatNeverArriveAreMissed() {
        // given
        ToldSale sale = Sales.pensInTwoBuckets();
        sale.send("t1", "pen", 0, 1, 2);

        // when
        AuditReport report = sale.history().audit(true);

        // then
        assertFlagged(report, Invariant.TRANSFERS_ZERO_SUM, "t1");
    }

    @Test
    void unitsThatArriveTwiceAreNoticed() {
        // given
        ToldSale sale = Sales.pensInTwoBuckets();
        sale.send("t1", "pen", 0, 1, 1);
        sale.receive("t1", "pen", 0, 1, 1);
        sale.receive("t1", "pen", 0, 1, 1);

        // when
        AuditReport report = sale.history().audit(true);

        // then
        assertFlagged(report, Invariant.TRANSFERS_ZERO_SUM, "t1");
        assertFlagged(report, Invariant.UNITS_CONSERVED, "pen");
    }

    @Test
    void unitsThatChangeTheirNumberOnTheWayAreNoticed() {
        // given
        ToldSale sale = Sales.pensInTwoBuckets();
        sale.send("t1", "pen", 0, 1, 1);
        sale.receive("t1", "pen", 0, 1, 1);
        sale.history()
                .spoil(
                        StockTransferReceived.class,
                        e -> new StockTransferReceived(
                                e.stockId(),
                                e.saleId(),
                                e.itemId(),
                                e.bucket(),
                                e.fromStockId(),
                                e.transferId(),
                                2,
                                4,
                                e.at()));

        // when, then
        assertFlagged(sale.history().audit(true), Invariant.TRANSFERS_ZERO_SUM, "t1");
    }

    @Test
    void aSoldOutIsFalseWhileASiblingHoldsUnits() {
        // given one bucket empty, the other untouched
        ToldSale sale = Sales.pensInTwoBuckets();
        sale.buy("p1", "ann", "pen", "pen", 0);
        sale.buy("p2", "bob", "pen", "pen", 0);
        sale.refuse("p3", "cyd", "pen", 1, "pen", 0, Refusal.SOLD_OUT);

        // when
        AuditReport report = sale.history().audit(true);

        // then
        assertFlagged(report, Invariant.NEVER_UNDERSOLD, "p3");
        assertThat(report.verdict()).contains("undersold 2");
    }

    @Test
    void aSoldOutMayNotRestOnAnOldGlance() {
        // given units that came back two seconds before the refusal
        ToldSale sale = GoodHistoriesTest.soldOutInTwoBuckets();
        sale.letExpire("p3");
        sale.pass(Duration.ofSeconds(2));
        sale.refuse("p9", "eve", "pen", 1, "pen", 0, Refusal.SOLD_OUT);

        // when, then
        assertFlagged(sale.history().audit(true), Invariant.NEVER_UNDERSOLD, "p9");
    }

    @Test
    void aReservationOpenLongAfterItsPaymentWindowIsNoticedInARunningSale() {
        // given
        ToldSale sale = Sales.pens();
        sale.leaveUnpaid();
        sale.pass(Duration.ofMinutes(2));
        sale.buy("p2", "bob", "pen", "pen", 0);

        // when
        AuditReport report = sale.history().audit(false);

        // then
        assertFlagged(report, Invariant.RELEASED_IN_TIME, "p1");
    }

    @Test
    void aBundleOrderedInPartIsNoticed() {
        // given
        ToldSale sale = Sales.sets();
        sale.buy("p1", "ann", "set", "pen", 0);

        // when, then
        assertFlagged(sale.history().audit(true), Invariant.ORDER_IS_RESERVED, "p1");
    }

    private static void assertFlagged(AuditReport report, Invariant invariant, String subject) {
        assertThat(report.finding(invariant))
                .hasValueSatisfying(finding -> assertThat(finding.samples())
                        .extracting(Violation::subject)
                        .contains(subject));
    }
}
