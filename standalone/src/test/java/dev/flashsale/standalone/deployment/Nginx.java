package dev.flashsale.standalone.deployment;

import static org.awaitility.Awaitility.await;

import dev.flashsale.query.debian.DebianPackages;
import dev.flashsale.standalone.stores.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;

/** Debian's nginx with the configuration of this repository, on a port of its own. */
public final class Nginx implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/nginx");
    private static final List<Path> NEEDED = List.of(
            PROGRAM,
            Path.of("/usr/lib/nginx/modules/ngx_http_lua_module.so"),
            Path.of("/usr/share/lua/5.1/nginx/redis.lua"),
            Path.of("/usr/share/lua/5.1/cjson"));
    private static final List<String> PACKAGES =
            List.of("nginx", "libnginx-mod-http-lua", "lua-nginx-redis", "lua-cjson");
    private static final Duration START_LIMIT = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(20);

    private final Process process;
    private final Path prefix;
    private final int port;

    private Nginx(Process process, Path prefix, int port) {
        this.process = process;
        this.prefix = prefix;
        this.port = port;
    }

    /**
     * Starts it.
     *
     * @param prefix an empty directory
     * @param site what takes the place of {@code site.conf}
     * @param environment where Redis is
     */
    public static Nginx start(Path prefix, String site, Map<String, String> environment) throws IOException {
        DebianPackages.require(NEEDED, PACKAGES);
        copy(ComposeFile.REPOSITORY.resolve("deploy/gateway"), prefix);
        int port = FreePort.any();
        Files.createDirectories(prefix.resolve("temp"));
        Files.writeString(prefix.resolve("listen.conf"), "listen 127.0.0.1:" + port + ";\n");
        Files.writeString(prefix.resolve("site.conf"), site);
        ProcessBuilder builder = new ProcessBuilder(command(prefix)).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.redirectOutput(prefix.resolve("nginx.log").toFile());
        Nginx nginx = new Nginx(builder.start(), prefix, port);
        nginx.awaitListening();
        return nginx;
    }

    /** Where it answers. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The attempts that it refused, one JSON object per line. */
    public List<String> refused() throws IOException {
        return Files.readAllLines(prefix.resolve("refused.jsonl"));
    }

    private static List<String> command(Path prefix) {
        List<String> command = new ArrayList<>(List.of(PROGRAM.toString(), "-p", prefix.toString()));
        command.addAll(List.of("-c", prefix.resolve("nginx.conf").toString(), "-g"));
        // as root its workers would be another user, who may not read the tests' directory
        boolean isRoot = "root".equals(System.getProperty("user.name"));
        command.add(isRoot ? "daemon off; user root;" : "daemon off;");
        return command;
    }

    private void awaitListening() throws IOException {
        try {
            await().atMost(START_LIMIT).pollInterval(POLL).until(() -> isListening() || !process.isAlive());
        } catch (ConditionTimeoutException e) {
            close();
        }
        if (!process.isAlive()) {
            throw new IOException("nginx does not start: " + Files.readString(prefix.resolve("nginx.log")));
        }
    }

    private boolean isListening() {
        try (Socket unused = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
