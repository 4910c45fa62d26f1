package dev.flashsale.process.deadline;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.deadline.DeadlineException;

/** The statements; each takes as many deadlines as there are. */
final class DeadlineTable {
    private static final String INSERT = """
            insert into deadline (deadline_id, deadline_name, due_at, scope_type, scope, payload_type, payload_revision,
                payload, meta_data)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String SELECT_DUE = """
            select deadline_id, deadline_name, due_at, scope_type, scope, payload_type, payload_revision, payload, meta_data
            from deadline where due_at <= ? order by due_at, deadline_id limit ? for update skip locked""";
    /** One that is firing stays: waiting for its lock while holding a saga would make both wait for ever. */
    private static final String DELETE_FREE = """
            delete from deadline where deadline_id in (
                select deadline_id from deadline where %s for update skip locked)""";

    private static final String POSTPONE = """
            update deadline set failures = failures + 1,
                due_at = ?::timestamptz + least(60, power(2, least(failures, 6))) * interval '1 second'
            where deadline_id = any (?)""";

    private final ConnectionProvider connections;

    DeadlineTable(ConnectionProvider connections) {
        this.connections = connections;
    }

    @FunctionalInterface
    private interface Work<R> {
        R with(Connection connection) throws SQLException;
    }

    void insert(Collection<StoredDeadline> deadlines) {
        if (!deadlines.isEmpty()) {
            int[] unused = run(connection -> {
                try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
                    for (StoredDeadline deadline : deadlines) {
                        set(statement, deadline);
                        statement.addBatch();
                    }
                    return statement.executeBatch();
                }
            });
        }
    }

    private static void set(PreparedStatement statement, StoredDeadline deadline) throws SQLException {
        statement.setString(1, deadline.id());
        statement.setString(2, deadline.name());
        statement.setTimestamp(3, Timestamp.from(deadline.dueAt()));
        statement.setString(4, deadline.scopeType());
        statement.setString(5, deadline.scope());
        statement.setString(6, deadline.payloadType());
        statement.setString(7, deadline.payloadRevision());
        statement.setString(8, deadline.payload());
        statement.setString(9, deadline.metaData());
    }

    /** Those that are due, the longest overdue first; this transaction has them to itself. */
    List<StoredDeadline> claimDue(Instant now, int most) {
        return run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(SELECT_DUE)) {
                statement.setTimestamp(1, Timestamp.from(now));
                statement.setInt(2, most);
                try (ResultSet row = statement.executeQuery()) {
                    return read(row);
                }
            }
        });
    }

    private static List<StoredDeadline> read(ResultSet row) throws SQLException {
        List<StoredDeadline> deadlines = new ArrayList<>();
        while (row.next()) {
            deadlines.add(new StoredDeadline(
                    row.getString(1),
                    row.getString(2),
                    row.getTimestamp(3).toInstant(),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6),
                    row.getString(7),
                    row.getString(8),
                    row.getString(9)));
        }
        return deadlines;
    }

    /** Removes what this transaction does not share with one that fires it; that one removes it itself. */
    int delete(Collection<String> ids) {
        return ids.isEmpty()
                ? 0
                : update(
                        DELETE_FREE.formatted("deadline_id = any (?)"),
                        (connection, statement) -> statement.setArray(1, texts(connection, ids)));
    }

    int deleteNamed(String name) {
        return update(
                DELETE_FREE.formatted("deadline_name = ?"), (connection, statement) -> statement.setString(1, name));
    }

    int deleteWithin(String name, String scopeType, String scope) {
        String condition = "deadline_name = ? and scope_type = ? and scope = ?";
        return update(DELETE_FREE.formatted(condition), (connection, statement) -> {
            statement.setString(1, name);
            statement.setString(2, scopeType);
            statement.setString(3, scope);
        });
    }

    /** Later, and later still with every failure, up to a minute. */
    int postpone(Collection<String> ids, Instant now) {
        return update(POSTPONE, (connection, statement) -> {
            statement.setTimestamp(1, Timestamp.from(now));
            statement.setArray(2, texts(connection, ids));
        });
    }

    @FunctionalInterface
    private interface Parameters {
        void set(Connection connection, PreparedStatement statement) throws SQLException;
    }

    private int update(String sql, Parameters parameters) {
        return run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                parameters.set(connection, statement);
                return statement.executeUpdate();
            }
        });
    }

    private static Array texts(Connection connection, Collection<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    private <R> R run(Work<R> work) {
        try (Connection connection = connections.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw new DeadlineException("Deadlines could not be read or written", e);
        }
    }
}
