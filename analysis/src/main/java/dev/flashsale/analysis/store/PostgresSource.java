package dev.flashsale.analysis.store;

import dev.flashsale.analysis.audit.EdgeRefusals;
import dev.flashsale.analysis.audit.LiveProcesses;
import dev.flashsale.analysis.audit.OrderRow;
import dev.flashsale.kernel.attempt.Attempt;
import java.io.Closeable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Events and rows of a PostgreSQL database, all of one moment: that of the first read. */
public final class PostgresSource implements EventSource {
    private final String name;
    private final Connection connection;
    private final Closeable whenDone;

    private PostgresSource(String name, Connection connection, Closeable whenDone) {
        this.name = name;
        this.connection = connection;
        this.whenDone = whenDone;
    }

    /** The same on a connection of {@link ReadOnlyDatabase}, which is closed together with the source. */
    public static PostgresSource on(Connection connection) {
        return new PostgresSource("PostgreSQL", connection, () -> {});
    }

    /**
     * Connects, and looks whether the database holds an event store.
     *
     * @param database closed together with the source, and also when this fails
     */
    public static PostgresSource open(String name, LocalDatabase database) throws IOException {
        try {
            return new PostgresSource(name, connect(name, database), database);
        } catch (IOException e) {
            database.close();
            throw e;
        }
    }

    private static Connection connect(String name, LocalDatabase database) throws IOException {
        try {
            Connection connection = ReadOnlyDatabase.open(database.url(), database.user(), database.password());
            if (!ReadOnlyDatabase.hasTable(connection, "domain_event_entry")) {
                connection.close();
                throw new IOException(name + " has no event store: there is no table domain_event_entry");
            }
            return connection;
        } catch (SQLException e) {
            throw failed(name, e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Span span() throws IOException {
        return read(() -> EventTable.span(connection));
    }

    @Override
    public void raw(Span range, Consumer<RawEvent> reader) throws IOException {
        read(() -> {
            EventTable.read(connection, range, reader);
            return range;
        });
    }

    @Override
    public Optional<List<OrderRow>> orderRows() throws IOException {
        return read(() -> OrderRowTable.read(connection));
    }

    @Override
    public Optional<List<PaymentRow>> payments() throws IOException {
        return read(() -> PaymentTable.read(connection));
    }

    @Override
    public Optional<EdgeRefusals> attempts(Consumer<Attempt> reader) throws IOException {
        return read(() -> AttemptTable.read(connection, reader));
    }

    @Override
    public List<ProcessorPosition> processors(Instant storedBefore) throws IOException {
        return read(() -> ProcessorTable.read(connection, storedBefore));
    }

    @Override
    public Optional<LiveProcesses> processes() throws IOException {
        return read(() -> ProcessTable.read(connection));
    }

    @Override
    public Optional<List<StoredSnapshot>> snapshots() throws IOException {
        return read(() -> SnapshotTable.read(connection));
    }

    @Override
    public void close() throws IOException {
        try (Closeable last = whenDone) {
            connection.close();
        } catch (SQLException e) {
            throw failed(name, e);
        }
    }

    @FunctionalInterface
    private interface Read<T> {
        T get() throws SQLException;
    }

    private <T> T read(Read<T> read) throws IOException {
        try {
            return read.get();
        } catch (SQLException e) {
            throw failed(name, e);
        }
    }

    private static IOException failed(String name, SQLException e) {
        return new IOException(name + " cannot be read: " + e.getMessage(), e);
    }
}
