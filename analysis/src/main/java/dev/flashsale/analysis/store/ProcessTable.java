package dev.flashsale.analysis.store;

import dev.flashsale.analysis.audit.ExpiryDeadline;
import dev.flashsale.analysis.audit.LiveProcesses;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The live purchase processes and their deadlines, by the columns they are found by; their contents stay unread. */
final class ProcessTable {
    private static final int ROWS_PER_FETCH = 2_000;
    private static final String SAGAS = """
            select a.value from live_saga, unnest(association_keys, association_values) as a(key, value)
            where a.key = 'purchaseId' order by 1
            """;
    // the payload is the purchase's id as a JSON text
    private static final String DEADLINES = """
            select payload::json #>> '{}', due_at from deadline where deadline_name = 'payment-window' order by 1, 2
            """;

    private ProcessTable() {}

    static Optional<LiveProcesses> read(Connection connection) throws SQLException {
        if (!ReadOnlyDatabase.hasTable(connection, "live_saga") || !ReadOnlyDatabase.hasTable(connection, "deadline")) {
            return Optional.empty();
        }
        return Optional.of(new LiveProcesses(sagas(connection), deadlines(connection)));
    }

    private static List<String> sagas(Connection connection) throws SQLException {
        List<String> purchases = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(SAGAS)) {
            query.setFetchSize(ROWS_PER_FETCH);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    purchases.add(row.getString(1));
                }
            }
        }
        return purchases;
    }

    private static List<ExpiryDeadline> deadlines(Connection connection) throws SQLException {
        List<ExpiryDeadline> deadlines = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(DEADLINES)) {
            query.setFetchSize(ROWS_PER_FETCH);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    deadlines.add(new ExpiryDeadline(
                            row.getString(1),
                            row.getObject(2, OffsetDateTime.class).toInstant()));
                }
            }
        }
        return deadlines;
    }
}
