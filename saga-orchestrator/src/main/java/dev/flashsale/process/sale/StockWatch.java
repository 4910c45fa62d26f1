package dev.flashsale.process.sale;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which stocks may hold reservations, for the sweeper. Written with the sale's process, in one transaction. */
@Component
public class StockWatch {
    /** A stock that may hold reservations, and how long one may stay open. */
    public record Watched(String stockId, Instant closesAt, long paymentWindowMs) {}

    private final JdbcTemplate jdbc;

    StockWatch(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void watch(List<String> stockIds, Instant closesAt, long paymentWindowMs) {
        int[] unused = jdbc.batchUpdate(
                "insert into stock_watch (stock_id, closes_at, payment_window_ms) values (?, ?, ?) on conflict do nothing",
                stockIds.stream()
                        .map(id -> new Object[] {id, Timestamp.from(closesAt), paymentWindowMs})
                        .toList());
    }

    /** Everything that is watched. */
    public List<Watched> all() {
        return jdbc.query(
                "select stock_id, closes_at, payment_window_ms from stock_watch order by stock_id",
                (row, number) ->
                        new Watched(row.getString(1), row.getTimestamp(2).toInstant(), row.getLong(3)));
    }

    /** Stop watching a stock: its sale is over and nothing is open any more. */
    public void forget(String stockId) {
        int unused = jdbc.update("delete from stock_watch where stock_id = ?", stockId);
    }
}
