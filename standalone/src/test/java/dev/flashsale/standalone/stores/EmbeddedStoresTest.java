package dev.flashsale.standalone.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;

class EmbeddedStoresTest {
    @TempDir
    Path directory;

    @Test
    void whatWasWrittenIsThereAfterARestart() throws Exception {
        // given
        try (DataDirectory data = DataDirectory.open(directory);
                EmbeddedStores stores = new EmbeddedStores(data)) {
            stores.start();
            write(stores, "kept");
        }

        // when
        try (DataDirectory data = DataDirectory.open(directory);
                EmbeddedStores stores = new EmbeddedStores(data)) {
            stores.start();

            // then
            assertThat(query(stores, "select value from note")).isEqualTo("kept");
            assertThat(redis(stores).get("note")).isEqualTo("kept");
        }
    }

    @Test
    void everyCommitIsForcedToDisk() throws Exception {
        // when
        try (DataDirectory data = DataDirectory.open(directory);
                EmbeddedStores stores = new EmbeddedStores(data)) {
            stores.start();

            // then
            assertThat(query(stores, "show fsync")).isEqualTo("on");
            assertThat(query(stores, "show synchronous_commit")).isEqualTo("on");
            assertThat(query(stores, "show full_page_writes")).isEqualTo("on");
            assertThat(query(stores, "show data_checksums")).isEqualTo("on");
            assertThat(query(stores, "show idle_in_transaction_session_timeout"))
                    .isEqualTo("5s");
            assertThat(redis(stores).configGet("appendonly")).containsEntry("appendonly", "yes");
            assertThat(redis(stores).configGet("maxmemory-policy")).containsEntry("maxmemory-policy", "noeviction");
        }
    }

    @Test
    void nobodyGetsInWithoutThePassword() throws Exception {
        // given
        try (DataDirectory data = DataDirectory.open(directory);
                EmbeddedStores stores = new EmbeddedStores(data)) {
            stores.start();

            // when, then
            assertThatThrownBy(() -> DriverManager.getConnection(stores.jdbcUrl(), "postgres", "guess"))
                    .hasMessageContaining("password authentication failed");
            try (Jedis stranger = new Jedis("127.0.0.1", port(stores))) {
                assertThatThrownBy(stranger::ping).hasMessageContaining("NOAUTH");
            }
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(directory.resolve("secrets.properties"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void serversOfAKilledJvmAreStoppedAndTheirDataKept() throws Exception {
        // given
        Process killed = ChildServer.start(directory);
        long orphanedPostgres = pid("postgres/postmaster.pid");
        long orphanedRedis = pid("redis/redis.pid");
        killed.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        assertThat(Path.of("/proc", Long.toString(orphanedPostgres))).exists();
        assertThat(Path.of("/proc", Long.toString(orphanedRedis))).exists();

        // when
        try (DataDirectory data = DataDirectory.open(directory);
                EmbeddedStores stores = new EmbeddedStores(data)) {
            stores.start();

            // then
            assertThat(query(stores, "select value from note")).isEqualTo("from the child");
            assertThat(redis(stores).get("note")).isEqualTo("from the child");
            assertThat(pid("postgres/postmaster.pid")).isNotEqualTo(orphanedPostgres);
            assertThat(pid("redis/redis.pid")).isNotEqualTo(orphanedRedis);
        }
        assertThat(directory.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void aProcessIdThatBelongsToSomebodyElseIsLeftAlone() throws Exception {
        // given
        Files.createDirectories(directory.resolve("redis"));
        long own = ProcessHandle.current().pid();
        Files.writeString(directory.resolve("redis/redis.pid"), own + "\n");

        // when
        try (DataDirectory data = DataDirectory.open(directory);
                EmbeddedStores stores = new EmbeddedStores(data)) {
            stores.start();

            // then
            assertThat(pid("redis/redis.pid")).isNotEqualTo(own);
        }
    }

    static void write(EmbeddedStores stores, String value) throws SQLException {
        try (Connection connection = connect(stores)) {
            connection.createStatement().execute("create table note (value text)");
            connection.createStatement().execute("insert into note values ('" + value + "')");
        }
        redis(stores).set("note", value);
    }

    private static Connection connect(EmbeddedStores stores) throws SQLException {
        return DriverManager.getConnection(stores.jdbcUrl(), "flashsale", stores.password());
    }

    private static String query(EmbeddedStores stores, String sql) throws SQLException {
        try (Connection connection = connect(stores);
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Jedis redis(EmbeddedStores stores) {
        Jedis client = new Jedis("127.0.0.1", port(stores));
        client.auth((String) stores.properties().get("spring.data.redis.password"));
        return client;
    }

    private static int port(EmbeddedStores stores) {
        return (Integer) Objects.requireNonNull(stores.properties().get("spring.data.redis.port"));
    }

    private long pid(String file) throws Exception {
        return Long.parseLong(
                Files.readAllLines(directory.resolve(file)).getFirst().strip());
    }
}
