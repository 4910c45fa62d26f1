package dev.flashsale.analysis.sql;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a query; times are instants, and what Java has no name for is its text. */
record Answer(List<String> columns, List<@Nullable Object[]> rows) {
    static Answer of(ResultSet result) throws SQLException {
        ResultSetMetaData shape = result.getMetaData();
        List<String> columns = new ArrayList<>();
        for (int column = 1; column <= shape.getColumnCount(); column++) {
            columns.add(shape.getColumnLabel(column));
        }
        List<@Nullable Object[]> rows = new ArrayList<>();
        while (result.next()) {
            @Nullable Object[] row = new @Nullable Object[columns.size()];
            for (int column = 0; column < row.length; column++) {
                row[column] = value(result.getObject(column + 1));
            }
            rows.add(row);
        }
        return new Answer(columns, rows);
    }

    private static @Nullable Object value(@Nullable Object cell) {
        return switch (cell) {
            case null -> null;
            case Number number -> number;
            case Boolean truth -> truth;
            case Instant time -> time;
            // an embedded time is UTC, whatever this machine's zone
            case Timestamp time -> time.toLocalDateTime().toInstant(ZoneOffset.UTC);
            case LocalDateTime time -> time.toInstant(ZoneOffset.UTC);
            case OffsetDateTime time -> time.toInstant();
            default -> cell.toString();
        };
    }
}
