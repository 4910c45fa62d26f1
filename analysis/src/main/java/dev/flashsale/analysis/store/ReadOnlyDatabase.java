package dev.flashsale.analysis.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;

/** Opens a database so that nothing can be changed in it, and so that all that is read is of one moment. */
public final class ReadOnlyDatabase {
    private ReadOnlyDatabase() {}

    /** A connection in one read-only transaction; to be closed by the caller. */
    public static Connection open(String url, String user, String password) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        // the services' own limits are for statements that a shopper waits for
        properties.setProperty("options", "-c statement_timeout=0 -c idle_in_transaction_session_timeout=0");
        properties.setProperty("ApplicationName", "flashsale analysis");
        return readOnly(DriverManager.getConnection(url, properties));
    }

    /** The same connection, in one read-only transaction from now on. */
    public static Connection readOnly(Connection connection) throws SQLException {
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        return connection;
    }

    static boolean hasTable(Connection connection, String table) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select to_regclass(?) is not null")) {
            query.setString(1, table);
            try (ResultSet row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
