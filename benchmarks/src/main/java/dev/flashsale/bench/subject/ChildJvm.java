package dev.flashsale.bench.subject;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A JVM that says "READY" and something, and ends when its input ends: so it never outlives whoever started it. */
public final class ChildJvm implements AutoCloseable {
    private static final String READY = "READY ";
    private static final int STOP_SECONDS = 180;
    private static final int LINES_TOLD = 25;

    private final Process process;
    private final String ready;

    private ChildJvm(Process process, String ready) {
        this.process = process;
        this.ready = ready;
    }

    /**
     * Starts a main class with this class path and waits until it is ready.
     *
     * @param options of its JVM, besides those that every server gets
     * @param log where what it prints to its error stream is kept
     * @param listener hears what it says before it is ready
     */
    public static ChildJvm start(
            Class<?> main, List<String> options, Path log, Consumer<String> listener, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-Duser.timezone=UTC"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(READY)) {
                Thread.ofPlatform().daemon().start(() -> output.lines().forEach(System.err::println));
                return new ChildJvm(process, line.substring(READY.length()));
            }
            listener.accept(line);
        }
        throw new IOException(main.getSimpleName() + " ended before it was ready:\n" + end(log));
    }

    private static String end(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_TOLD), lines.size()));
    }

    /** In the child: says that it is ready, and waits for the end. */
    public static void ready(String what) throws IOException {
        System.out.println(READY + what);
        while (System.in.read() >= 0) {
            // whatever is said, only the end counts
        }
    }

    /** What the child said when it was ready. */
    String said() {
        return ready;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
