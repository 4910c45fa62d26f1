package dev.flashsale.process.sagastore;

import dev.flashsale.process.sagastore.SagaChanges.Change;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.SagaStorageException;
import org.jspecify.annotations.Nullable;

/** The statements: one for each kind of change, whatever the number of sagas. */
final class SagaTable {
    private static final String COLUMNS = "saga_id, revision, content, association_keys, association_values, version";
    private static final String INSERT = """
            insert into live_saga (saga_id, saga_type, revision, content, association_keys, association_values, version)
            values (?, ?, ?, ?, ?, ?, ?)""";
    private static final String UPDATE = """
            update live_saga set revision = ?, content = ?, association_keys = ?, association_values = ?, version = ?
            where saga_id = ? and version = ?""";
    private static final String DELETE = """
            delete from live_saga where (saga_id, version) in (select * from unnest(?::text[], ?::bigint[]))""";
    private static final String NEXT_EPOCH = """
            insert into saga_epoch (saga_type, epoch) values (?, 1)
            on conflict (saga_type) do update set epoch = saga_epoch.epoch + 1 returning epoch""";
    private static final int ROWS_PER_FETCH = 2_000;

    private final ConnectionProvider connections;

    SagaTable(ConnectionProvider connections) {
        this.connections = connections;
    }

    @FunctionalInterface
    private interface Work<R> {
        R with(Connection connection) throws SQLException;
    }

    long epoch(String sagaType) {
        return run(connection -> epoch(connection, "select epoch from saga_epoch where saga_type = ?", sagaType));
    }

    Map<String, LiveSaga> all(String sagaType) {
        return run(connection -> read(
                connection, "select " + COLUMNS + " from live_saga where saga_type = ?", sagaType, ROWS_PER_FETCH));
    }

    @Nullable
    LiveSaga one(String sagaId) {
        return run(connection -> read(connection, "select " + COLUMNS + " from live_saga where saga_id = ?", sagaId, 0))
                .get(sagaId);
    }

    /** Writes all, and answers with the epoch this makes; every saga must be as it was read. */
    long write(String sagaType, SagaChanges changes) {
        return run(connection -> {
            // first, because it makes all writers of a type queue in one place
            long epoch = epoch(connection, NEXT_EPOCH, sagaType);
            insert(connection, sagaType, changes, epoch);
            int expected = count(changes, change -> change.before() != null);
            if (update(connection, changes, epoch) + delete(connection, changes) != expected) {
                throw new SagaConflictException(sagaType);
            }
            return epoch;
        });
    }

    private static int count(SagaChanges changes, java.util.function.Predicate<Change> which) {
        return (int) changes.all().values().stream().filter(which).count();
    }

    private static long epoch(Connection connection, String sql, String sagaType) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, sagaType);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? result.getLong(1) : 0;
            }
        }
    }

    private static void insert(Connection connection, String sagaType, SagaChanges changes, long epoch)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            boolean any = false;
            for (Map.Entry<String, Change> entry : changes.all().entrySet()) {
                LiveSaga saga = entry.getValue().after();
                if (entry.getValue().before() == null && saga != null) {
                    statement.setString(1, entry.getKey());
                    statement.setString(2, sagaType);
                    setState(connection, statement, 3, saga);
                    statement.setLong(7, epoch);
                    statement.addBatch();
                    any = true;
                }
            }
            if (any) {
                int[] unused = statement.executeBatch();
            }
        }
    }

    private static int update(Connection connection, SagaChanges changes, long epoch) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(UPDATE)) {
            boolean any = false;
            for (Map.Entry<String, Change> entry : changes.all().entrySet()) {
                LiveSaga before = entry.getValue().before();
                LiveSaga after = entry.getValue().after();
                if (before != null && after != null) {
                    setState(connection, statement, 1, after);
                    statement.setLong(5, epoch);
                    statement.setString(6, entry.getKey());
                    statement.setLong(7, before.version());
                    statement.addBatch();
                    any = true;
                }
            }
            int updated = 0;
            for (int rows : any ? statement.executeBatch() : new int[0]) {
                updated += rows;
            }
            return updated;
        }
    }

    private static int delete(Connection connection, SagaChanges changes) throws SQLException {
        List<String> ids = new ArrayList<>();
        List<Long> versions = new ArrayList<>();
        changes.all().forEach((id, change) -> {
            if (change.before() != null && change.after() == null) {
                ids.add(id);
                versions.add(change.before().version());
            }
        });
        if (ids.isEmpty()) {
            return 0;
        }
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            statement.setArray(1, connection.createArrayOf("text", ids.toArray()));
            statement.setArray(2, connection.createArrayOf("int8", versions.toArray()));
            return statement.executeUpdate();
        }
    }

    private static void setState(Connection connection, PreparedStatement statement, int from, LiveSaga saga)
            throws SQLException {
        List<AssociationValue> values = List.copyOf(saga.associations());
        statement.setString(from, saga.revision());
        statement.setBytes(from + 1, saga.content());
        statement.setArray(
                from + 2,
                texts(connection, values.stream().map(AssociationValue::getKey).toArray()));
        statement.setArray(
                from + 3,
                texts(
                        connection,
                        values.stream().map(AssociationValue::getValue).toArray()));
    }

    private static Array texts(Connection connection, Object[] texts) throws SQLException {
        return connection.createArrayOf("text", texts);
    }

    private static Map<String, LiveSaga> read(Connection connection, String sql, String parameter, int fetchSize)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            statement.setFetchSize(fetchSize);
            Map<String, LiveSaga> sagas = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    sagas.put(
                            row.getString(1),
                            new LiveSaga(row.getString(2), row.getBytes(3), associations(row), row.getLong(6)));
                }
            }
            return sagas;
        }
    }

    private static Set<AssociationValue> associations(ResultSet row) throws SQLException {
        Object[] keys = (Object[]) row.getArray(4).getArray();
        Object[] values = (Object[]) row.getArray(5).getArray();
        Set<AssociationValue> associations = new HashSet<>();
        for (int i = 0; i < keys.length; i++) {
            associations.add(new AssociationValue(
                    Objects.requireNonNull(keys[i]).toString().intern(),
                    Objects.requireNonNull(values[i]).toString()));
        }
        return Set.copyOf(associations);
    }

    // inside a unit of work the provider hands out its connection, and closing that is left to the transaction
    private <R> R run(Work<R> work) {
        try (Connection connection = connections.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw new SagaStorageException("Live sagas could not be read or written", e);
        }
    }
}
