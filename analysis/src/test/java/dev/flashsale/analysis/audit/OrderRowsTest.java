package dev.flashsale.analysis.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderRowsTest {
    private static final String PAID = "PAID";

    @Test
    void rowsThatSayWhatTheEventsSayHold() {
        assertThat(disagreements(true, row("p1", 500, PAID, ToldStock.OPENS))).isZero();
    }

    @Test
    void aRowMayLagWhileTheSaleRuns() {
        assertThat(disagreements(false, row("p1", 500, "AWAITING_PAYMENT", ToldStock.OPENS)))
                .isZero();
        assertThat(disagreements(false)).isZero();
    }

    @Test
    void aRowMayNotLagWhenAllIsOver() {
        assertThat(disagreements(true, row("p1", 500, "AWAITING_PAYMENT", ToldStock.OPENS)))
                .isEqualTo(1);
        assertThat(disagreements(true)).isEqualTo(1);
    }

    @Test
    void aRowWithAnotherAmountStateOrInstantIsNoticed() {
        assertThat(disagreements(false, row("p1", 499, PAID, ToldStock.OPENS))).isEqualTo(1);
        assertThat(disagreements(false, row("p1", 500, "EXPIRED", ToldStock.OPENS)))
                .isEqualTo(1);
        assertThat(disagreements(false, row("p1", 500, PAID, ToldStock.OPENS.plusMillis(1))))
                .isEqualTo(1);
    }

    @Test
    void aRowThatNoEventExplainsIsNoticed() {
        assertThat(disagreements(false, row("p1", 500, PAID, ToldStock.OPENS), row("p2", 500, PAID, ToldStock.OPENS)))
                .isEqualTo(1);
    }

    @Test
    void postgresqlsRoundingIsNoDifference() {
        assertThat(disagreements(true, row("p1", 500, PAID, ToldStock.OPENS.plus(Duration.ofNanos(400)))))
                .isZero();
    }

    private static OrderRow row(String orderId, long amountMinor, String status, Instant placedAt) {
        return new OrderRow(
                orderId,
                ToldStock.SALE,
                "ann",
                "pen",
                1,
                amountMinor,
                "EUR",
                status,
                placedAt,
                ToldStock.OPENS.plus(ToldStock.PAYMENT_WINDOW));
    }

    /** Of these rows with a sale in which ann bought a pen as purchase p1. */
    private static long disagreements(boolean quiescent, OrderRow... rows) {
        ToldSale sale = Sales.pens();
        sale.buy("p1", "ann", "pen", "pen", 0);
        Audit audit = new Audit(AuditOptions.of(quiescent));
        sale.history().events().forEach(audit::accept);
        audit.rows(List.of(rows));
        return audit.report()
                .finding(Invariant.ROWS_AGREE)
                .map(Finding::violations)
                .orElse(0L);
    }
}
