package dev.flashsale.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another JVM on the same class path, to be killed. */
public final class ChildJvm {
    private ChildJvm() {}

    /** Starts a main class and waits until it prints a line that starts like this. */
    public static Process start(Class<?> main, String ready, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dflashsale.accounts.bcrypt-strength=4",
                "-Dflashsale.warmup.enabled=false",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(args));
        Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder seen = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            seen.append(line).append('\n');
            if (line.startsWith(ready)) {
                Thread.startVirtualThread(() -> output.lines().forEach(System.out::println));
                return child;
            }
        }
        throw new IOException("the child ended early:\n" + seen);
    }
}
