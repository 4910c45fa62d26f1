package dev.flashsale.query.debian;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Installs Debian's packages where that is possible. */
public final class DebianPackages {
    private static final long INSTALL_MINUTES = 10;

    private DebianPackages() {}

    /**
     * Makes sure that these files are there.
     *
     * @throws IllegalStateException one is missing and cannot be installed; the message says what to do
     */
    public static synchronized void require(List<Path> files, List<String> packages) {
        if (areThere(files)) return;
        if (!Files.exists(Path.of("/usr/bin/apt-get")) || !"root".equals(System.getProperty("user.name"))) {
            throw new IllegalStateException(
                    "These tests need the packages " + packages + ", so that " + files + " exist.");
        }
        run(List.of("apt-get", "-qq", "update"));
        List<String> install = new ArrayList<>(
                List.of("apt-get", "-qq", "-y", "-o", "DPkg::Lock::Timeout=300", "install", "--no-install-recommends"));
        install.addAll(packages);
        run(install);
        if (!areThere(files)) {
            throw new IllegalStateException("apt-get installed " + packages + ", but of " + files + " one is missing.");
        }
    }

    private static boolean areThere(List<Path> files) {
        return files.stream().allMatch(Files::exists);
    }

    private static void run(List<String> command) {
        try {
            Path log = Files.createTempFile("apt", ".log");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            Process process = builder.redirectInput(new File("/dev/null")).start();
            if (!process.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroy();
                throw new IllegalStateException(command + " failed and said: " + Files.readString(log));
            }
            Files.delete(log);
        } catch (IOException e) {
            throw new IllegalStateException("Could not run " + command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while installing", e);
        }
    }
}
