package dev.flashsale.analysis.tables;

import dev.flashsale.kernel.attempt.Attempt;
import java.io.Serial;
import java.sql.SQLException;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Appends rows to the tables that are wanted, and drops those of others. */
final class DuckRows implements Rows, AutoCloseable {
    private final Map<TableShape, DuckDBAppender> appenders = new IdentityHashMap<>();

    DuckRows(DuckDBConnection connection, List<TableShape> wanted) {
        try {
            for (TableShape table : wanted) {
                appenders.put(table, connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, table.name()));
            }
        } catch (SQLException e) {
            throw new Failed(e);
        }
    }

    /** DuckDB took no row. */
    static final class Failed extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;

        Failed(SQLException cause) {
            super(cause.getMessage(), cause);
        }
    }

    @Override
    public void add(TableShape table, @Nullable Object... cells) {
        DuckDBAppender row = appenders.get(table);
        if (row == null) {
            return;
        }
        try {
            row.beginRow();
            for (Object cell : cells) {
                append(row, cell);
            }
            row.endRow();
        } catch (SQLException e) {
            throw new Failed(e);
        }
    }

    private static void append(DuckDBAppender row, @Nullable Object cell) throws SQLException {
        switch (cell) {
            case null -> row.appendNull();
            case Long number -> row.append(number.longValue());
            case Integer number -> row.append(number.intValue());
            case Double number -> row.append(number.doubleValue());
            case Boolean truth -> row.append(truth.booleanValue());
            case Instant time -> row.appendEpochMicros(Attempt.micros(time));
            default -> row.append(cell.toString());
        }
    }

    @Override
    public void close() {
        try {
            for (DuckDBAppender appender : appenders.values()) {
                appender.close();
            }
        } catch (SQLException e) {
            throw new Failed(e);
        }
    }
}
