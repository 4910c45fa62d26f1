package dev.flashsale.auditor;

import dev.flashsale.analysis.ledger.StoredEvent;
import dev.flashsale.analysis.store.EventLoader;
import dev.flashsale.analysis.store.EventTable;
import dev.flashsale.analysis.store.ReadOnlyDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Reads the store from where it stopped before. Indexes are given out before their transactions commit, so an index that is
 * missing may still appear. It is taken for a gap once every transaction has ended that was running when a later index was
 * seen; until then nothing behind it is read. Not thread-safe.
 */
final class EventTail {
    private static final String SNAPSHOT = """
        select pg_snapshot_xmin(s)::text::bigint, pg_snapshot_xmax(s)::text::bigint,
            (select coalesce(max(global_index), 0) from domain_event_entry)
        from pg_current_snapshot() as s
        """;

    private final DataSource database;
    private final EventLoader loader = new EventLoader();
    private long position;
    private long finalUpTo;
    private long newestSeen;
    private long runningThen = Long.MAX_VALUE;

    EventTail(DataSource database) {
        this.database = database;
    }

    /**
     * Hands over what is new.
     *
     * @param most how many events at most
     * @return whether there is no more for now: everything that was stored at the call has been handed over
     */
    boolean read(int most, Consumer<StoredEvent> reader) throws SQLException {
        try (Connection connection = ReadOnlyDatabase.readOnly(database.getConnection())) {
            long newest = look(connection);
            int[] taken = {0};
            EventTable.after(connection, position, most, loader, event -> {
                if (event.globalIndex() > finalUpTo && event.globalIndex() != position + 1) {
                    return false;
                }
                position = event.globalIndex();
                taken[0]++;
                reader.accept(event);
                return true;
            });
            connection.rollback();
            return position >= newest;
        }
    }

    private long look(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SNAPSHOT)) {
            row.next();
            long oldestRunning = row.getLong(1);
            long newest = row.getLong(3);
            if (oldestRunning >= runningThen) {
                finalUpTo = newestSeen;
                runningThen = Long.MAX_VALUE;
            }
            if (runningThen == Long.MAX_VALUE) {
                newestSeen = newest;
                runningThen = row.getLong(2);
            }
            return newest;
        }
    }
}
