package dev.flashsale.bench.subject;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Single numbers out of a target's database. */
public final class Rows {
    private Rows() {}

    /** The first column of the first row. */
    public static long count(Target target, String sql, String... parameters) throws SQLException {
        try (Connection connection = target.database()) {
            return count(connection, sql, parameters);
        }
    }

    /** The same on a connection that is open. */
    public static long count(Connection connection, String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? result.getLong(1) : 0;
            }
        }
    }
}
