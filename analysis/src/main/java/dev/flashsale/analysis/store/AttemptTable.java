package dev.flashsale.analysis.store;

import dev.flashsale.analysis.audit.EdgeRefusals;
import dev.flashsale.kernel.attempt.Attempt;
import dev.flashsale.kernel.attempt.AttemptBatch;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;

/** The log of attempts that the edge refused. */
final class AttemptTable {
    private static final int ROWS_PER_FETCH = 200;

    private AttemptTable() {}

    static Optional<EdgeRefusals> read(Connection connection, Consumer<Attempt> reader) throws SQLException {
        if (!ReadOnlyDatabase.hasTable(connection, "attempt_batch")) {
            return Optional.empty();
        }
        try (PreparedStatement query =
                connection.prepareStatement("select format, payload from attempt_batch order by first_at, batch_id")) {
            query.setFetchSize(ROWS_PER_FETCH);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    decode(row).forEach(reader);
                }
            }
        }
        return Optional.of(totals(connection));
    }

    private static Iterable<Attempt> decode(ResultSet row) throws SQLException {
        try {
            return AttemptBatch.decode(row.getInt(1), row.getBytes(2));
        } catch (IllegalArgumentException e) {
            throw new SQLException(e.getMessage(), e);
        }
    }

    private static EdgeRefusals totals(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                        select coalesce(sum(kept), 0), coalesce(sum(dropped), 0), count(*) filter (where not ended)
                        from (select sum(attempts) as kept, sum(dropped) as dropped, bool_or(ends_run) as ended
                            from attempt_batch group by run_id) as run
                        """);
                ResultSet row = query.executeQuery()) {
            row.next();
            return new EdgeRefusals(row.getLong(1), row.getLong(2), row.getLong(3));
        }
    }
}
