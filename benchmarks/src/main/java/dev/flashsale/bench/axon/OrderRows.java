package dev.flashsale.bench.axon;

import dev.flashsale.bench.axon.Messages.OrderPlaced;
import dev.flashsale.bench.subject.Baseline;
import java.sql.Timestamp;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** A row per order, in the transaction that also moves the processor's token. */
@Component
@ProcessingGroup(AxonApplication.ROWS)
class OrderRows {
    private final JdbcTemplate jdbc;

    OrderRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        jdbc.execute(Baseline.ORDERS_TABLE);
    }

    @EventHandler
    void on(OrderPlaced event) {
        jdbc.update(
                "insert into plain_order (order_id, sale_id, user_id, offer_id, quantity, amount_minor, placed_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                event.orderId(),
                event.saleId(),
                event.userId(),
                event.offerId(),
                event.quantity(),
                event.amountMinor(),
                Timestamp.from(event.at()));
    }
}
