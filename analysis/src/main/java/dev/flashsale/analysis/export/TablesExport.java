package dev.flashsale.analysis.export;

import dev.flashsale.analysis.store.EventSource;
import dev.flashsale.analysis.store.Span;
import dev.flashsale.analysis.tables.SaleDatabase;
import dev.flashsale.analysis.tables.TableShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every table as a file of its own, and a README that describes them. */
enum TablesExport {
    /** For DuckDB, pandas, Spark and the like. */
    PARQUET("parquet", "format parquet, compression zstd, row_group_size 100000"),
    /** For spreadsheets. */
    CSV("csv", "format csv, header true");

    private final String extension;
    private final String options;

    TablesExport(String extension, String options) {
        this.extension = extension;
        this.options = options;
    }

    ExportReport write(EventSource source, Span range, Path directory) throws IOException {
        try (SaleDatabase database = SaleDatabase.create();
                Statement statement = database.connection().createStatement()) {
            database.fill(source, range, table -> true);
            // one thread writes one row after the other, so that equal rows are equal bytes on any machine
            statement.execute("set threads = 1");
            Map<TableShape, Long> counts = new LinkedHashMap<>();
            for (TableShape table : database.tables()) {
                counts.put(table, write(table, statement, directory));
            }
            Files.writeString(directory.resolve("README.md"), ExportReadme.of(extension, range, counts));
            long events = counts.getOrDefault(database.tables().getFirst(), 0L);
            return new ExportReport(directory, events, range.last(), counts.size() + 1);
        } catch (SQLException e) {
            throw new IOException(directory + " cannot be written: " + e.getMessage(), e);
        }
    }

    private long write(TableShape table, Statement statement, Path directory) throws SQLException {
        String file = directory.resolve(table.name() + "." + extension).toString();
        statement.execute("copy %s to '%s' (%s)".formatted(table.name(), file.replace("'", "''"), options));
        try (ResultSet row = statement.executeQuery("select count(*) from " + table.name())) {
            row.next();
            return row.getLong(1);
        }
    }
}
