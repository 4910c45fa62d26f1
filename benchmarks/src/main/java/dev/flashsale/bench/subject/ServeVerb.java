package dev.flashsale.bench.subject;

import dev.flashsale.standalone.stores.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Starts the product as its users do.
 *
 * @param command what runs a verb: the script that started this benchmark, or, where nobody said, this class path
 */
public record ServeVerb(List<String> command) {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int OK = 200;

    public ServeVerb {
        command = List.copyOf(command);
    }

    /** The script named by the environment variable FLASHSALE_SCRIPT, if there is one. */
    public static ServeVerb here() {
        String script = System.getenv("FLASHSALE_SCRIPT");
        return new ServeVerb(
                script != null
                        ? List.of(script)
                        : List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "dev.flashsale.standalone.Flashsale"));
    }

    /** Starts it on this directory, waits until its readiness probe says so, and stops it again. */
    public double secondsUntilReady(Path data) throws IOException, InterruptedException {
        int port = FreePort.any();
        List<String> line = new ArrayList<>(command);
        line.addAll(List.of("serve", "--port", Integer.toString(port), "--data", data.toString()));
        HttpRequest ready = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"))
                .build();
        long began = System.nanoTime();
        Process serve = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(data.resolveSibling("serve.log").toFile())
                .start();
        try {
            while (!isReady(ready)) {
                if (!serve.isAlive() || System.nanoTime() - began > PATIENCE.toNanos()) {
                    throw new IOException("serve does not get ready; see " + data.resolveSibling("serve.log"));
                }
                Thread.sleep(20);
            }
            return (System.nanoTime() - began) / 1e9;
        } finally {
            serve.destroy();
            if (!serve.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                serve.destroyForcibly();
            }
        }
    }

    private static boolean isReady(HttpRequest question) throws InterruptedException {
        try {
            return Http.status(question) == OK;
        } catch (IOException notYet) {
            return false;
        }
    }
}
