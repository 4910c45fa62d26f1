package dev.flashsale.query.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.jedis.JedisConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import redis.embedded.RedisServer;

/** One PostgreSQL and one Redis for all tests of this JVM; Redis keeps nothing on disk and can be stopped and started. */
public final class TestStores implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final int REDIS_PORT = freePort();
    private static final EmbeddedPostgres POSTGRES = postgres();
    private static @Nullable RedisServer redis;

    static {
        startRedis();
        Runtime.getRuntime().addShutdownHook(new Thread(TestStores::stopRedis));
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Map<String, Object> properties = Map.of(
                "spring.datasource.url",
                POSTGRES.getJdbcUrl("postgres", "postgres"),
                "spring.data.redis.host",
                "127.0.0.1",
                "spring.data.redis.port",
                REDIS_PORT);
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("stores", properties));
    }

    /** Starts an empty Redis on the port of the one before. */
    public static synchronized void startRedis() {
        try {
            RedisServer server = RedisServer.newRedisServer()
                    .port(REDIS_PORT)
                    .bind("127.0.0.1")
                    .setting("save \"\"")
                    .setting("appendonly no")
                    .build();
            server.start();
            redis = server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops Redis, and with it all that it holds is lost. */
    public static synchronized void stopRedis() {
        try {
            if (redis != null) {
                redis.stop();
                redis = null;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts Redis if a test stopped it. */
    public static synchronized void ensureRedis() {
        if (redis == null) {
            startRedis();
        }
    }

    /** Another database of the same Redis. */
    public static StringRedisTemplate separateRedis() {
        RedisStandaloneConfiguration server = new RedisStandaloneConfiguration("127.0.0.1", REDIS_PORT);
        server.setDatabase(1);
        JedisConnectionFactory factory = new JedisConnectionFactory(server);
        factory.setUseUnifiedJedis(false);
        factory.afterPropertiesSet();
        factory.start();
        return new StringRedisTemplate(factory);
    }

    /** Another database of the same PostgreSQL, with the product's schema. */
    public static DataSource separateDatabase() {
        DataSource database = POSTGRES.getDatabase("postgres", emptyDatabase("separate"));
        Flyway.configure().dataSource(database).load().migrate();
        return database;
    }

    /** The address of a new, empty database of the same PostgreSQL. */
    public static String emptyDatabaseUrl(String name) {
        return POSTGRES.getJdbcUrl("postgres", emptyDatabase(name));
    }

    /** Where Redis listens, if it runs. */
    public static int redisPort() {
        return REDIS_PORT;
    }

    private static String emptyDatabase(String name) {
        try (Connection connection = POSTGRES.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name);
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return name;
    }

    private static EmbeddedPostgres postgres() {
        try {
            return EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
