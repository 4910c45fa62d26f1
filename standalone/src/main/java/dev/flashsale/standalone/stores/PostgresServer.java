package dev.flashsale.standalone.stores;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The embedded PostgreSQL, with every commit on disk before it is answered. */
final class PostgresServer {
    static final String DATABASE = "flashsale";

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("max_connections", "80"),
            // a writer that dies in a transaction must not hold back the event readers for longer than their gap
            // timeout
            Map.entry("idle_in_transaction_session_timeout", "5s"),
            Map.entry("statement_timeout", "5s"),
            Map.entry("lock_timeout", "2s"),
            // segments are recycled rather than made anew in the middle of a sale
            Map.entry("min_wal_size", "256MB"),
            Map.entry("max_wal_size", "1GB"),
            Map.entry("jit", "off"));

    /** No change is accepted, and the database does not tidy up by itself. */
    private static final Map<String, String> FOR_READING =
            Map.of("default_transaction_read_only", "on", "autovacuum", "off");

    private final EmbeddedPostgres server;
    private final Path cluster;

    private PostgresServer(EmbeddedPostgres server, Path cluster) {
        this.server = server;
        this.cluster = cluster;
    }

    static PostgresServer start(DataDirectory data, Secrets secrets) throws IOException, InterruptedException {
        Path cluster = data.resolve("postgres");
        Path complete = data.resolve("postgres.complete");
        stopLeftover(cluster);
        if (Files.notExists(complete)) {
            // a crash in the middle of initdb: nothing can have been accepted yet
            Trees.delete(cluster);
        }
        String password = secrets.get(Secrets.POSTGRES_PASSWORD);
        EmbeddedPostgres server = launch(data, cluster, password, Map.of());
        if (Files.notExists(complete)) {
            createDatabase(server, password);
            Files.createFile(complete);
        }
        return new PostgresServer(server, cluster);
    }

    /** On a directory that is complete; starts nothing anew. */
    static PostgresServer startForReading(DataDirectory data, Secrets secrets)
            throws IOException, InterruptedException {
        Path cluster = data.resolve("postgres");
        stopLeftover(cluster);
        return new PostgresServer(launch(data, cluster, secrets.get(Secrets.POSTGRES_PASSWORD), FOR_READING), cluster);
    }

    private static EmbeddedPostgres launch(DataDirectory data, Path cluster, String password, Map<String, String> more)
            throws IOException {
        Path passwordFile = Files.createTempFile(
                data.root(),
                "postgres",
                ".password",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        ProcessBuilder.Redirect log =
                ProcessBuilder.Redirect.appendTo(data.resolve("postgres.log").toFile());
        try {
            Files.writeString(passwordFile, password);
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(cluster)
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(Binaries.directory().toFile())
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setPort(FreePort.any())
                    .setConnectConfig("password", password)
                    // these are handed to initdb as they are, and override the library's "trust"
                    .setLocaleConfig("auth", "scram-sha-256")
                    .setLocaleConfig("pwfile", passwordFile.toString())
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setErrorRedirector(log)
                    .setOutputRedirector(log);
            SETTINGS.forEach(builder::setServerConfig);
            more.forEach(builder::setServerConfig);
            return builder.start();
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    private static void createDatabase(EmbeddedPostgres server, String password) throws IOException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create role " + DATABASE + " login password '" + password + "'");
            statement.execute("create database " + DATABASE + " owner " + DATABASE);
        } catch (SQLException e) {
            throw new IOException("could not create the database", e);
        }
    }

    String jdbcUrl() {
        return jdbcUrl(server.getPort());
    }

    static String jdbcUrl(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
    }

    void stop() throws IOException, InterruptedException {
        server.close();
        stopLeftover(cluster);
    }

    private static void stopLeftover(Path cluster) throws IOException, InterruptedException {
        Path pidFile = cluster.resolve("postmaster.pid");
        Optional<ServerProcess> leftover = ServerProcess.named(pidFile, cluster);
        if (leftover.isPresent()) {
            leftover.get().stop("INT");
        }
        // PostgreSQL would take any process that got this id since for a server of its own
        Files.deleteIfExists(pidFile);
    }
}
