package dev.flashsale.analysis.tables;

import dev.flashsale.analysis.audit.OrderRow;
import dev.flashsale.analysis.ledger.Ledger;
import dev.flashsale.analysis.ledger.StoredEvent;
import dev.flashsale.analysis.store.EventSource;
import dev.flashsale.analysis.store.PaymentRow;
import dev.flashsale.analysis.store.RawEvent;
import java.io.IOException;
import java.util.List;

/** The rows that other tables of the source hold; empty where it has none. */
final class SideTables implements Producer {
    private static final TableShape ORDER_ROWS = TableShape.of(
            "order_rows",
            "one order as the read side shows it",
            Column.text("order_id"),
            Column.text("sale_id"),
            Column.text("user_id"),
            Column.text("offer_id"),
            Column.integer("quantity"),
            Column.bigint("amount_minor"),
            Column.text("currency"),
            Column.text("status"),
            Column.time("placed_at"),
            Column.time("pay_by"));

    private static final TableShape PAYMENTS = TableShape.of(
            "payments",
            "one payment in the simulated provider's books",
            Column.text("payment_id"),
            Column.text("order_id"),
            Column.bigint("amount_minor"),
            Column.text("currency"),
            Column.text("refund_id"),
            Column.time("charged_at"),
            Column.time("told_at"));

    @Override
    public List<TableShape> tables() {
        return List.of(ORDER_ROWS, PAYMENTS);
    }

    @Override
    public void accept(RawEvent raw, StoredEvent event, Ledger ledger, Rows rows) {
        // these rows come from no event
    }

    @Override
    public void end(EventSource source, Rows rows) throws IOException {
        for (OrderRow row : source.orderRows().orElse(List.of())) {
            rows.add(
                    ORDER_ROWS,
                    row.orderId(),
                    row.saleId(),
                    row.userId(),
                    row.offerId(),
                    row.quantity(),
                    row.amountMinor(),
                    row.currency(),
                    row.status(),
                    row.placedAt(),
                    row.payBy());
        }
        for (PaymentRow row : source.payments().orElse(List.of())) {
            rows.add(
                    PAYMENTS,
                    row.paymentId(),
                    row.orderId(),
                    row.amountMinor(),
                    row.currency(),
                    row.refundId(),
                    row.chargedAt(),
                    row.toldAt());
        }
    }
}
