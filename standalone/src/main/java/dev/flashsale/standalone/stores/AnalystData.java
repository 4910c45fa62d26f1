package dev.flashsale.standalone.stores;

import dev.flashsale.analysis.store.DataDirectories;
import dev.flashsale.analysis.store.LocalDatabase;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Opens a server's data directory for somebody who only reads. Where the server runs, its own database is used. Where it
 * does not, a PostgreSQL is started on the directory that refuses every change, and stopped again at the end.
 */
public final class AnalystData implements DataDirectories {
    @Override
    public LocalDatabase open(Path data) throws IOException {
        // anything less complete would be taken for a first start, and made anew
        if (Files.notExists(data.resolve("postgres.complete")) || Files.notExists(data.resolve("secrets.properties"))) {
            throw new IOException(data + " holds no data of a server");
        }
        try {
            return started(DataDirectory.open(data));
        } catch (DataDirectoryInUseException itsServerRuns) {
            RunningPostgres running = RunningPostgres.of(data);
            return new LocalDatabase(
                    running.unhurriedJdbcUrl(), EmbeddedStores.DATABASE_USER, running.password(), () -> {});
        }
    }

    private static LocalDatabase started(DataDirectory own) throws IOException {
        try {
            Secrets secrets = Secrets.in(own.resolve("secrets.properties"));
            PostgresServer server = PostgresServer.startForReading(own, secrets);
            Ending ending = new Ending(server, own);
            Runtime.getRuntime().addShutdownHook(ending.atExit);
            return new LocalDatabase(
                    server.jdbcUrl() + EmbeddedStores.UNHURRIED,
                    EmbeddedStores.DATABASE_USER,
                    secrets.get(Secrets.POSTGRES_PASSWORD),
                    ending);
        } catch (InterruptedException e) {
            own.close();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the database started", e);
        } catch (IOException e) {
            own.close();
            throw e;
        }
    }

    /** Stops the database when the verb is done, or when a signal ends it before. */
    private static final class Ending implements Closeable {
        private final PostgresServer server;
        private final DataDirectory own;
        private final Thread atExit = new Thread(this::stopQuietly, "stop-postgres");
        private boolean stopped;

        Ending(PostgresServer server, DataDirectory own) {
            this.server = server;
            this.own = own;
        }

        @Override
        public void close() throws IOException {
            stop();
            Runtime.getRuntime().removeShutdownHook(atExit);
        }

        private synchronized void stop() throws IOException {
            if (stopped) {
                return;
            }
            stopped = true;
            try (own) {
                server.stop();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while the database stopped", e);
            }
        }

        private void stopQuietly() {
            try {
                stop();
            } catch (IOException e) {
                // nobody is left to tell; the next start stops what is left
                System.err.println("flashsale: " + e.getMessage());
            }
        }
    }
}
