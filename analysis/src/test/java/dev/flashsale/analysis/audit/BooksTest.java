package dev.flashsale.analysis.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.kernel.order.UnappliedReason;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Ann paid for p1 in time; money for p2, which had expired, came late and went back. */
class BooksTest {
    private final ToldSale sale = Sales.pens();

    BooksTest() {
        sale.leaveUnpaid();
        sale.pay("p1");
        sale.confirm("p1");
        sale.reserve("p2", "bob", "pen", 1, "pen", 0);
        sale.order("p2");
        sale.letExpire("p2");
        sale.payInVain("p2", UnappliedReason.TOO_LATE);
        sale.refund("p2");
    }

    @Test
    void booksThatSayWhatTheEventsSayHold() {
        assertThat(audit(paid(500), refunded("refund-p2")).violations()).isZero();
    }

    @Test
    void aPaymentOfAnotherAmountIsNoticed() {
        assertThat(audit(paid(400), refunded("refund-p2")).verdict()).contains("I-23");
    }

    @Test
    void aPaymentThatNoEventKnowsIsNoticed() {
        assertThat(audit(paid(500), refunded("refund-p2"), booking("more", "p1", 500, null))
                        .verdict())
                .contains("I-23");
    }

    @Test
    void anEventOfAPaymentThatWasNeverBookedIsNoticed() {
        assertThat(audit(refunded("refund-p2")).verdict()).contains("I-23");
    }

    @Test
    void aRefundThatTheProviderDidNotMakeIsNoticed() {
        assertThat(audit(paid(500), refunded(null)).verdict()).contains("I-9");
    }

    private AuditReport audit(Booking... books) {
        Audit audit = new Audit(AuditOptions.of(true));
        sale.history().events().forEach(audit::accept);
        audit.payments(List.of(books));
        return audit.report();
    }

    private static Booking paid(long amountMinor) {
        return booking("pay-p1", "p1", amountMinor, null);
    }

    private static Booking refunded(@Nullable String refundId) {
        return booking("late-p2", "p2", 500, refundId);
    }

    private static Booking booking(String paymentId, String orderId, long amountMinor, @Nullable String refundId) {
        return new Booking(paymentId, orderId, amountMinor, "EUR", refundId, true);
    }
}
