package dev.flashsale.standalone.stores;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** PostgreSQL and Redis of one data directory, running from {@link #start()} to {@link #close()}. */
public final class EmbeddedStores implements AutoCloseable {
    /** Who owns the database. */
    public static final String DATABASE_USER = PostgresServer.DATABASE;

    // migrations and whole-store reads take longer than any shopper's request may
    static final String UNHURRIED =
            "?options=-c%20statement_timeout=0%20-c%20lock_timeout=60s%20-c%20idle_in_transaction_session_timeout=0";

    private final DataDirectory data;
    private final Secrets secrets;
    private volatile @Nullable PostgresServer postgres;
    private volatile @Nullable RedisServer redis;

    /** The stores of this directory, not running yet. */
    public EmbeddedStores(DataDirectory data) throws IOException {
        this.data = data;
        this.secrets = Secrets.in(data.resolve("secrets.properties"));
    }

    /**
     * Starts both, first stopping what a killed JVM left behind.
     *
     * @throws IOException one of them does not start; the other has been stopped again
     */
    public void start() throws IOException, InterruptedException {
        Callable<Void> startPostgres = () -> {
            postgres = PostgresServer.start(data, secrets);
            return null;
        };
        Callable<Void> startRedis = () -> {
            redis = RedisServer.start(data, secrets);
            return null;
        };
        try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> started : both.invokeAll(List.of(startPostgres, startRedis))) {
                started.get();
            }
        } catch (ExecutionException e) {
            close();
            throw new IOException("the embedded stores did not start: " + e.getCause(), e.getCause());
        }
    }

    /** What the services need to know of the running stores, secrets included. */
    public Map<String, Object> properties() {
        Map<String, Object> properties = new TreeMap<>(secrets.forServices());
        properties.put("spring.datasource.url", jdbcUrl());
        properties.put("spring.datasource.username", DATABASE_USER);
        properties.put("spring.datasource.password", password());
        properties.put("spring.flyway.url", unhurriedJdbcUrl());
        properties.put("spring.flyway.user", DATABASE_USER);
        properties.put("spring.flyway.password", password());
        properties.put("spring.data.redis.host", "127.0.0.1");
        properties.put("spring.data.redis.port", running(redis).port());
        properties.put("spring.data.redis.password", secrets.get(Secrets.REDIS_PASSWORD));
        return properties;
    }

    /** Where the database is, for a user named like it. */
    public String jdbcUrl() {
        return running(postgres).jdbcUrl();
    }

    /** The same for work that may take long: migrations, reading the whole event store. */
    public String unhurriedJdbcUrl() {
        return jdbcUrl() + UNHURRIED;
    }

    /** The database user's password. */
    public String password() {
        return secrets.get(Secrets.POSTGRES_PASSWORD);
    }

    /** What only this server knows. */
    public Secrets secrets() {
        return secrets;
    }

    /** Stops both; a second call does nothing. */
    @Override
    public synchronized void close() throws IOException, InterruptedException {
        RedisServer stoppedRedis = redis;
        PostgresServer stoppedPostgres = postgres;
        redis = null;
        postgres = null;
        if (stoppedRedis != null) {
            stoppedRedis.stop();
        }
        if (stoppedPostgres != null) {
            stoppedPostgres.stop();
        }
    }

    private static <T> T running(@Nullable T server) {
        if (server == null) {
            throw new IllegalStateException("the stores are not running");
        }
        return server;
    }
}
