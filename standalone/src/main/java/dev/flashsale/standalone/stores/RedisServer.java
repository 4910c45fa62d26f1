package dev.flashsale.standalone.stores;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/** The embedded Redis, with an append-only file, so that projections survive a restart. */
final class RedisServer {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final Path directory;
    private final int port;

    private RedisServer(Path directory, int port) {
        this.directory = directory;
        this.port = port;
    }

    static RedisServer start(DataDirectory data, Secrets secrets) throws IOException, InterruptedException {
        RedisServer server = new RedisServer(Files.createDirectories(data.resolve("redis")), FreePort.any());
        server.stop();
        server.configure(secrets.get(Secrets.REDIS_PASSWORD));
        int exit = new ProcessBuilder(
                        Binaries.redis().toString(), server.configuration().toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        server.directory.resolve("redis.log").toFile()))
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException("Redis did not start; see " + server.directory.resolve("redis.log"));
        }
        server.awaitReady(secrets.get(Secrets.REDIS_PASSWORD));
        return server;
    }

    int port() {
        return port;
    }

    /** Stops what runs on this directory, this server or one that a killed JVM left behind. */
    void stop() throws IOException, InterruptedException {
        Optional<ServerProcess> running = ServerProcess.named(pidFile(), configuration());
        if (running.isPresent()) {
            running.get().stop("TERM");
        }
        Files.deleteIfExists(pidFile());
    }

    // daemonize puts the server into a session of its own: Ctrl-C in the terminal stops the services first
    private void configure(String password) throws IOException {
        Files.deleteIfExists(configuration());
        Files.createFile(
                configuration(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                configuration(), """
                bind 127.0.0.1
                port %d
                requirepass %s
                daemonize yes
                pidfile "%s"
                logfile "%s"
                dir "%s"
                appendonly yes
                appendfsync everysec
                save ""
                maxmemory-policy noeviction
                set-proc-title no
                """.formatted(port, password, pidFile(), directory.resolve("redis.log"), directory));
    }

    private void awaitReady(String password) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (true) {
            try (Jedis client = new Jedis("127.0.0.1", port)) {
                client.auth(password);
                client.ping();
                return;
            } catch (JedisException notYet) {
                if (System.nanoTime() > deadline) {
                    throw new IOException("Redis does not answer; see " + directory.resolve("redis.log"), notYet);
                }
                Thread.sleep(20);
            }
        }
    }

    private Path configuration() {
        return directory.resolve("redis.conf");
    }

    private Path pidFile() {
        return directory.resolve("redis.pid");
    }
}
