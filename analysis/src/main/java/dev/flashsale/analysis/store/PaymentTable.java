package dev.flashsale.analysis.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The simulated payment provider's books in PostgreSQL. */
final class PaymentTable {
    private PaymentTable() {}

    static Optional<List<PaymentRow>> read(Connection connection) throws SQLException {
        if (!ReadOnlyDatabase.hasTable(connection, "provider_payment")) {
            return Optional.empty();
        }
        List<PaymentRow> rows = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("""
                        select payment_id, order_id, amount_minor, currency, refund_id, charged_at, told_at
                        from provider_payment order by payment_id
                        """);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                rows.add(new PaymentRow(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getString(4),
                        row.getString(5),
                        row.getObject(6, OffsetDateTime.class).toInstant(),
                        instant(row, 7)));
            }
        }
        return Optional.of(rows);
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
