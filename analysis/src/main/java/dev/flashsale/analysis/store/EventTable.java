package dev.flashsale.analysis.store;

import dev.flashsale.analysis.ledger.StoredEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Consumer;

/** The event store's table in PostgreSQL, as Axon's engine writes it. */
public final class EventTable {
    private static final int ROWS_PER_FETCH = 2_000;

    private static final String IN_GLOBAL_ORDER = """
            select global_index, aggregate_identifier, sequence_number, event_identifier, time_stamp, payload_type, payload
            from domain_event_entry order by global_index
            """;

    private EventTable() {}

    /**
     * Hands every event over, in global order, without holding them all.
     *
     * @param connection from {@link ReadOnlyDatabase}, so that rows are streamed and all are of one moment
     */
    public static void read(Connection connection, Consumer<StoredEvent> reader) throws SQLException {
        EventLoader loader = new EventLoader();
        try (PreparedStatement query = connection.prepareStatement(IN_GLOBAL_ORDER)) {
            query.setFetchSize(ROWS_PER_FETCH);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    reader.accept(event(row, loader));
                }
            }
        }
    }

    private static StoredEvent event(ResultSet row, EventLoader loader) throws SQLException {
        return new StoredEvent(
                row.getLong(1),
                row.getString(2),
                row.getLong(3),
                row.getString(4),
                Instant.parse(row.getString(5)),
                loader.load(row.getString(6), row.getBytes(7)));
    }
}
