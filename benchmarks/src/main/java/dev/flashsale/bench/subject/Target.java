package dev.flashsale.bench.subject;

import dev.flashsale.analysis.store.ReadOnlyDatabase;
import dev.flashsale.bench.machine.Machine;
import dev.flashsale.bench.machine.Processes;
import dev.flashsale.standalone.stores.EmbeddedStores;
import dev.flashsale.standalone.stores.RunningPostgres;
import dev.flashsale.standalone.stores.Secrets;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A running system under test: one JVM with a PostgreSQL and a Redis of its own. */
public final class Target implements AutoCloseable {
    private final Path data;
    private final Machine machine;
    private final ChildJvm jvm;
    private final Processes processes;
    private final double startSeconds;

    private Target(Path data, Machine machine, ChildJvm jvm, double startSeconds) throws IOException {
        this.data = data;
        this.machine = machine;
        this.jvm = jvm;
        this.startSeconds = startSeconds;
        this.processes = Processes.of(jvm.pid(), data);
        machine.add(processes);
    }

    /** Starts a server on this directory, its JVM with these options, and waits until it serves. */
    public static Target start(Class<?> main, Path data, Machine machine, List<String> options) throws IOException {
        long began = System.nanoTime();
        Path log = data.resolveSibling(data.getFileName() + ".log");
        ChildJvm jvm = ChildJvm.start(main, options, log, line -> {}, data.toString());
        return new Target(data, machine, jvm, (System.nanoTime() - began) / 1e9);
    }

    /** Where it serves HTTP. */
    public int port() {
        return Integer.parseInt(jvm.said());
    }

    /** What it runs in. */
    public Processes processes() {
        return processes;
    }

    /** From the start of its JVM until it served. */
    public double startSeconds() {
        return startSeconds;
    }

    Tokens tokens() {
        try {
            return new Tokens(Secrets.in(data.resolve("secrets.properties")).get("flashsale.security.jwt-secret"));
        } catch (IOException e) {
            throw new IllegalStateException("the server has no secrets", e);
        }
    }

    /** A connection to its PostgreSQL that can only read; to be closed by the caller. */
    public Connection database() throws SQLException {
        try {
            RunningPostgres postgres = RunningPostgres.of(data);
            String url = postgres.unhurriedJdbcUrl();
            // the options in the address are for services; the read-only connection brings its own
            return ReadOnlyDatabase.open(
                    url.substring(0, url.indexOf('?')), EmbeddedStores.DATABASE_USER, postgres.password());
        } catch (IOException e) {
            throw new IllegalStateException("the server's PostgreSQL is gone", e);
        }
    }

    @Override
    public void close() throws IOException {
        machine.remove(processes);
        jvm.close();
    }
}
