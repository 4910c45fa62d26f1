package dev.flashsale.analysis.audit;

import dev.flashsale.analysis.ledger.Ledger;
import dev.flashsale.analysis.ledger.OrderLedger;
import dev.flashsale.analysis.ledger.Purchase;
import dev.flashsale.kernel.order.OrderPaid;
import dev.flashsale.kernel.order.PaymentNotApplied;
import dev.flashsale.kernel.order.PaymentRefunded;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * I-9 and I-23, against the provider's books: each payment that the shop acknowledged is in the events with its amount, each
 * payment in the events is in the books, and so are refunds. A notice that is still on its way is no difference unless
 * everything has ended.
 */
final class BooksAgree {
    private BooksAgree() {}

    static void check(Collection<Booking> rows, Ledger ledger, End end, Findings findings) {
        Map<String, Booking> books = new HashMap<>();
        for (Booking row : rows) {
            books.put(row.paymentId(), row);
            Purchase purchase = ledger.purchase(row.orderId());
            findings.about(purchase == null ? null : purchase.saleId());
            OrderLedger order = purchase == null ? null : purchase.order();
            findings.check(
                    Invariant.MONEY_ADDS_UP,
                    isStored(row, order) || (!row.told() && !end.quiescent()),
                    end.lastIndex(),
                    row.orderId(),
                    () -> "the provider booked " + row.amountMinor() + " " + row.currency() + " as payment "
                            + row.paymentId() + ", which the events do not have");
            PaymentRefunded refund = order == null ? null : order.refunded().get(row.paymentId());
            findings.check(
                    Invariant.UNAPPLIED_MONEY_RETURNED,
                    isRefund(row, refund, end.quiescent()),
                    end.lastIndex(),
                    row.orderId(),
                    () -> "the provider's refund of payment " + row.paymentId() + " is " + row.refundId()
                            + ", the events' " + (refund == null ? "missing" : refund.refundId()));
        }
        for (Purchase purchase : ledger.purchases()) {
            OrderPaid paid = purchase.order() == null ? null : purchase.order().paid();
            if (paid != null) {
                findings.about(purchase.saleId());
                findings.check(
                        Invariant.MONEY_ADDS_UP,
                        books.containsKey(paid.paymentId()),
                        end.lastIndex(),
                        purchase.purchaseId(),
                        () -> "paid with payment " + paid.paymentId() + ", which the provider did not book");
            }
        }
    }

    private static boolean isStored(Booking row, @Nullable OrderLedger order) {
        if (order == null) {
            return false;
        }
        OrderPaid paid = order.paid();
        PaymentNotApplied owed = order.owed().get(row.paymentId());
        PaymentRefunded refunded = order.refunded().get(row.paymentId());
        return (paid != null
                        && paid.paymentId().equals(row.paymentId())
                        && paid.amountMinor() == row.amountMinor()
                        && paid.currency().equals(row.currency()))
                || (owed != null && owed.amountMinor() == row.amountMinor())
                || (refunded != null && refunded.amountMinor() == row.amountMinor());
    }

    private static boolean isRefund(Booking row, @Nullable PaymentRefunded refund, boolean quiescent) {
        if (refund == null) {
            return row.refundId() == null || !quiescent;
        }
        return refund.refundId().equals(row.refundId());
    }
}
