package dev.flashsale.standalone.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flashsale.analysis.store.DataDirectories;
import dev.flashsale.analysis.store.LocalDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalystDataTest {
    @TempDir
    Path directory;

    @Test
    void aStoppedServersDataIsReadAndCannotBeChanged() throws Exception {
        // given
        try (DataDirectory data = DataDirectory.open(directory);
                EmbeddedStores stores = new EmbeddedStores(data)) {
            stores.start();
            execute(stores.jdbcUrl(), stores.password(), "create table note (text varchar)");
            execute(stores.jdbcUrl(), stores.password(), "insert into note values ('kept')");
        }

        // when
        try (LocalDatabase database = DataDirectories.installed().open(directory)) {
            // then
            assertThat(note(database)).isEqualTo("kept");
            assertThatThrownBy(() -> execute(database.url(), database.password(), "delete from note"))
                    .hasMessageContaining("read-only transaction");
        }
        assertThat(directory.resolve("postgres/postmaster.pid")).doesNotExist();
        try (DataDirectory free = DataDirectory.open(directory)) {
            assertThat(free.root()).isDirectory();
        }
    }

    @Test
    void aRunningServersDatabaseIsUsedAndLeftRunning() throws Exception {
        // given
        try (DataDirectory data = DataDirectory.open(directory);
                EmbeddedStores stores = new EmbeddedStores(data)) {
            stores.start();
            execute(stores.jdbcUrl(), stores.password(), "create table note (text varchar)");
            execute(stores.jdbcUrl(), stores.password(), "insert into note values ('live')");

            // when
            try (LocalDatabase database = DataDirectories.installed().open(directory)) {
                assertThat(note(database)).isEqualTo("live");
            }

            // then
            execute(stores.jdbcUrl(), stores.password(), "insert into note values ('still live')");
        }
    }

    @Test
    void aDirectoryWithoutAServersDataIsLeftAsItIs() throws Exception {
        // given
        Files.createDirectories(directory.resolve("postgres"));

        // when, then
        assertThatThrownBy(() -> DataDirectories.installed().open(directory))
                .hasMessageContaining("holds no data of a server");
        assertThat(directory).isDirectoryContaining("glob:**/postgres").isDirectoryNotContaining("glob:**/*.lock");
    }

    private static void execute(String url, String password, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, EmbeddedStores.DATABASE_USER, password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String note(LocalDatabase database) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select text from note")) {
            row.next();
            return row.getString(1);
        }
    }
}
