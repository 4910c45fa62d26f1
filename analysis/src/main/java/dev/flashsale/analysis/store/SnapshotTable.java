package dev.flashsale.analysis.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The snapshots that Axon's event store keeps. */
final class SnapshotTable {
    private static final String NEWEST = """
            select distinct on (aggregate_identifier)
                aggregate_identifier, sequence_number, payload_type, payload_revision, payload
            from snapshot_event_entry order by aggregate_identifier, sequence_number desc
            """;

    private SnapshotTable() {}

    static Optional<List<StoredSnapshot>> read(Connection connection) throws SQLException {
        if (!ReadOnlyDatabase.hasTable(connection, "snapshot_event_entry")) {
            return Optional.empty();
        }
        List<StoredSnapshot> snapshots = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(NEWEST);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                snapshots.add(new StoredSnapshot(
                        row.getString(1), row.getLong(2), row.getString(3), row.getString(4), row.getBytes(5)));
            }
        }
        return Optional.of(snapshots);
    }
}
