package dev.flashsale.analysis.store;

import dev.flashsale.analysis.audit.OrderRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The read side's table of orders. */
public final class OrderRowTable {
    private static final int ROWS_PER_FETCH = 2_000;

    private OrderRowTable() {}

    /** All rows; absent when this database has no such table, because the read side keeps another one. */
    public static Optional<List<OrderRow>> read(Connection connection) throws SQLException {
        if (!ReadOnlyDatabase.hasTable(connection, "purchase_order")) {
            return Optional.empty();
        }
        List<OrderRow> rows = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("""
                select order_id, sale_id, user_id, offer_id, quantity, amount_minor, currency, status, placed_at, pay_by
                from purchase_order order by order_id
                """)) {
            query.setFetchSize(ROWS_PER_FETCH);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    rows.add(row(row));
                }
            }
        }
        return Optional.of(rows);
    }

    private static OrderRow row(ResultSet row) throws SQLException {
        return new OrderRow(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                row.getLong(6),
                row.getString(7),
                row.getString(8),
                row.getObject(9, OffsetDateTime.class).toInstant(),
                row.getObject(10, OffsetDateTime.class).toInstant());
    }
}
