package dev.flashsale.analysis.store;

import dev.flashsale.analysis.ledger.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The event store's table in PostgreSQL, as Axon's engine writes it. */
public final class EventTable {
    private static final int ROWS_PER_FETCH = 2_000;

    private static final String IN_GLOBAL_ORDER = """
            select global_index, time_stamp, payload_type, payload_revision, type, aggregate_identifier,
                sequence_number, event_identifier, payload, meta_data
            from domain_event_entry where global_index between ? and ? order by global_index
            """;

    private static final byte[] NO_META_DATA = "{}".getBytes(StandardCharsets.UTF_8);

    private EventTable() {}

    /**
     * Hands every event over, in global order, without holding them all.
     *
     * @param connection from {@link ReadOnlyDatabase}, so that rows are streamed and all are of one moment
     */
    public static void read(Connection connection, Consumer<StoredEvent> reader) throws SQLException {
        EventLoader loader = new EventLoader();
        read(connection, Span.ALL, event -> reader.accept(loader.load(event)));
    }

    static void read(Connection connection, Span range, Consumer<RawEvent> reader) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(IN_GLOBAL_ORDER)) {
            query.setFetchSize(ROWS_PER_FETCH);
            query.setLong(1, range.first());
            query.setLong(2, range.last());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    reader.accept(event(row));
                }
            }
        }
    }

    /** Hands over at most so many of the events behind this index, in global order. */
    public static void after(
            Connection connection, long index, int most, EventLoader loader, Predicate<StoredEvent> reader)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(IN_GLOBAL_ORDER + " limit " + most)) {
            query.setFetchSize(ROWS_PER_FETCH);
            query.setLong(1, index + 1);
            query.setLong(2, Long.MAX_VALUE);
            try (ResultSet row = query.executeQuery()) {
                boolean more = true;
                while (more && row.next()) {
                    more = reader.test(loader.load(event(row)));
                }
            }
        }
    }

    static Span span(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                        "select coalesce(min(global_index), 0), coalesce(max(global_index), -1) from domain_event_entry");
                ResultSet row = query.executeQuery()) {
            row.next();
            return new Span(row.getLong(1), row.getLong(2));
        }
    }

    private static RawEvent event(ResultSet row) throws SQLException {
        return new RawEvent(
                row.getLong(1),
                Instant.parse(row.getString(2)),
                row.getString(3),
                row.getString(4),
                Objects.requireNonNullElse(row.getString(5), ""),
                row.getString(6),
                row.getLong(7),
                row.getString(8),
                row.getBytes(9),
                Objects.requireNonNullElse(row.getBytes(10), NO_META_DATA));
    }
}
