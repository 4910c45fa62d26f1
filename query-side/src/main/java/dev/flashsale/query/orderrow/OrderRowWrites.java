package dev.flashsale.query.orderrow;

import dev.flashsale.kernel.order.OrderPlaced;
import dev.flashsale.kernel.order.OrderState;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * What one batch of events writes to the rows. Events arrive in order, so that within a batch all orders can be placed before
 * any is changed; the index of a row makes a repeated event change nothing.
 */
final class OrderRowWrites {
    private static final String PLACE = """
            insert into purchase_order (sale_id, order_id, user_id, offer_id, quantity, amount_minor, currency, status,
                placed_at, pay_by, as_of_index)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (sale_id, order_id) do nothing
            """;
    private static final String CHANGE = """
            update purchase_order o set status = c.status, as_of_index = c.at
            from unnest(?::text[], ?::text[], ?::bigint[]) as c (order_id, status, at)
            where o.order_id = c.order_id and o.as_of_index < c.at
            """;

    private final Set<String> sales = new HashSet<>();
    private final List<Object[]> placed = new ArrayList<>();
    private final Map<String, Change> changed = new LinkedHashMap<>();

    void sale(String saleId) {
        sales.add(saleId);
    }

    void place(OrderPlaced event, long index) {
        sales.add(event.saleId());
        placed.add(new Object[] {
            event.saleId(),
            event.orderId(),
            event.userId(),
            event.offerId(),
            event.quantity(),
            event.amountMinor(),
            event.currency(),
            OrderState.AWAITING_PAYMENT.name(),
            Timestamp.from(event.at()),
            Timestamp.from(event.payBy()),
            index
        });
    }

    void change(String orderId, OrderState status, long index) {
        changed.put(orderId, new Change(status.name(), index));
    }

    void writeTo(JdbcOperations jdbc, Set<String> knownPartitions) {
        sales.removeAll(knownPartitions);
        for (String saleId : sales) {
            jdbc.query("select create_order_partition(?)", row -> {}, saleId);
        }
        if (!placed.isEmpty()) {
            jdbc.batchUpdate(PLACE, placed);
        }
        if (!changed.isEmpty()) {
            jdbc.update(
                    CHANGE,
                    new SqlArrayValue("text", changed.keySet().toArray()),
                    new SqlArrayValue(
                            "text",
                            changed.values().stream().map(Change::status).toArray()),
                    new SqlArrayValue(
                            "int8", changed.values().stream().map(Change::index).toArray()));
        }
    }

    Set<String> sales() {
        return sales;
    }

    /** An order's last change in the batch: one statement may touch a row only once. */
    private record Change(String status, long index) {}
}
