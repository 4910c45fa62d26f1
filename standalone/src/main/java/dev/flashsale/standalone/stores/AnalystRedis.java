package dev.flashsale.standalone.stores;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The Redis of a server's data directory, for somebody who only reads. Where it runs it is used; where it does not, one is
 * started on a copy of its files.
 *
 * @param whenDone stops what was started for it
 */
public record AnalystRedis(int port, String password, Closeable whenDone) implements Closeable {
    private static final String PORT = "port ";

    /** @throws IOException the directory holds no Redis, or it does not start */
    public static AnalystRedis open(Path data) throws IOException {
        Path files = data.toRealPath().resolve("redis");
        Path configuration = files.resolve("redis.conf");
        if (Files.notExists(configuration)) {
            throw new IOException(data + " holds no Redis of a server");
        }
        if (ServerProcess.named(files.resolve("redis.pid"), configuration).isPresent()) {
            Secrets secrets = Secrets.in(data.resolve("secrets.properties"));
            return new AnalystRedis(port(configuration), secrets.get(Secrets.REDIS_PASSWORD), () -> {});
        }
        return onCopy(files);
    }

    private static int port(Path configuration) throws IOException {
        List<String> lines = Files.readAllLines(configuration);
        String line = lines.stream()
                .filter(l -> l.startsWith(PORT))
                .findFirst()
                .orElseThrow(() -> new IOException(configuration + " names no port"));
        return Integer.parseInt(line.substring(PORT.length()).strip());
    }

    private static AnalystRedis onCopy(Path files) throws IOException {
        DataDirectory copy = DataDirectory.open(Files.createTempDirectory("flashsale-redis-"));
        try {
            copyTree(files, copy.resolve("redis"));
            Secrets secrets = Secrets.in(copy.resolve("secrets.properties"));
            RedisServer server = RedisServer.start(copy, secrets);
            return new AnalystRedis(server.port(), secrets.get(Secrets.REDIS_PASSWORD), () -> {
                stop(server);
                copy.close();
                copy.delete();
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while Redis started", e);
        }
    }

    private static void stop(RedisServer server) throws IOException {
        try {
            server.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while Redis stopped", e);
        }
    }

    private static void copyTree(Path from, Path to) throws IOException {
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(from)) {
            paths = walk.toList();
        }
        for (Path path : paths) {
            Path target = to.resolve(from.relativize(path).toString());
            if (Files.isDirectory(path)) {
                Files.createDirectories(target);
            } else if (!path.getFileName().toString().startsWith("redis.")) {
                Files.copy(path, target);
            }
        }
    }

    @Override
    public void close() throws IOException {
        whenDone.close();
    }

    /** Without the password, which must not get into logs. */
    @Override
    public String toString() {
        return "127.0.0.1:" + port;
    }
}
