package dev.flashsale.standalone.stores;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The PostgreSQL of a server that runs in another process. */
public record RunningPostgres(String unhurriedJdbcUrl, String password) {
    private static final int PORT_LINE = 3;

    /** Finds it by what it left in its data directory. */
    public static RunningPostgres of(Path data) throws IOException {
        List<String> pidFile = Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"));
        int port = Integer.parseInt(pidFile.get(PORT_LINE).strip());
        Secrets secrets = Secrets.in(data.resolve("secrets.properties"));
        return new RunningPostgres(
                PostgresServer.jdbcUrl(port) + EmbeddedStores.UNHURRIED, secrets.get(Secrets.POSTGRES_PASSWORD));
    }
}
