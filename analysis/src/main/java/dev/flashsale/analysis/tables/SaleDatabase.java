package dev.flashsale.analysis.tables;

import dev.flashsale.analysis.ledger.Ledger;
import dev.flashsale.analysis.ledger.StoredEvent;
import dev.flashsale.analysis.store.EventLoader;
import dev.flashsale.analysis.store.EventSource;
import dev.flashsale.analysis.store.Span;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;

/** A DuckDB in memory that holds a store's tables; it ends with {@link #close()} and leaves nothing. */
public final class SaleDatabase implements AutoCloseable {
    private final DuckDBConnection connection;
    private final List<Producer> producers = List.of(
            new EventsTable(),
            new EventTypeTables(),
            new StockTimeline(),
            new SaleTables(),
            new PurchaseTables(),
            new SideTables());

    private SaleDatabase(DuckDBConnection connection) {
        this.connection = connection;
    }

    /** All tables, still empty. */
    public static SaleDatabase create() throws IOException {
        try {
            // the driver is named so that it is found in any class loader
            DriverManager.registerDriver(new org.duckdb.DuckDBDriver());
            SaleDatabase database =
                    new SaleDatabase(DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class));
            database.prepare();
            return database;
        } catch (SQLException e) {
            throw new IOException("DuckDB does not start: " + e.getMessage(), e);
        }
    }

    private void prepare() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // nothing is ever fetched; parquet, json and icu are part of the driver
            statement.execute("set autoinstall_known_extensions = false");
            statement.execute("set autoload_known_extensions = false");
            statement.execute("set temp_directory = '"
                    + System.getProperty("java.io.tmpdir").replace("'", "''") + "/flashsale-duckdb'");
            statement.execute("set timezone = 'UTC'");
            for (TableShape table : tables()) {
                statement.execute(table.create());
            }
        }
    }

    /** The tables that there are, in a fixed order. */
    public List<TableShape> tables() {
        return producers.stream()
                .flatMap(producer -> producer.tables().stream())
                .toList();
    }

    /**
     * Reads the store into the tables.
     *
     * @param range the events to read; it should begin with the first one, or what was before is missing everywhere
     * @param wanted names of the tables to fill
     */
    public void fill(EventSource source, Span range, Predicate<String> wanted) throws IOException {
        EventLoader loader = new EventLoader();
        Ledger ledger = new Ledger();
        List<Producer> asked = producers.stream()
                .filter(producer -> producer.tables().stream().anyMatch(table -> wanted.test(table.name())))
                .toList();
        try (DuckRows rows = new DuckRows(
                connection,
                tables().stream().filter(table -> wanted.test(table.name())).toList())) {
            source.raw(range, raw -> {
                StoredEvent event = loader.load(raw);
                ledger.evolve(event);
                for (Producer producer : asked) {
                    producer.accept(raw, event, ledger, rows);
                }
            });
            for (Producer producer : asked) {
                producer.end(source, rows);
            }
        } catch (DuckRows.Failed e) {
            throw new IOException("DuckDB does not take a row: " + e.getMessage(), e);
        }
    }

    /** For queries. */
    public Connection connection() {
        return connection;
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Names of the tables that a query may mean. */
    public Stream<String> mentionedIn(String query) {
        String lower = query.toLowerCase(Locale.ROOT);
        return tables().stream().map(TableShape::name).filter(lower::contains);
    }
}
