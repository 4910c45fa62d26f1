package dev.flashsale.query.storefront.browser;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Debian's Chromium and its driver; installs them where that is possible. */
final class DebianChromium {
    static final Path BROWSER = Path.of("/usr/bin/chromium");
    static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final long INSTALL_MINUTES = 10;

    private DebianChromium() {}

    /** Makes sure that both are there, or fails with a sentence that says what to do. */
    static synchronized void require() {
        if (isThere()) return;
        if (!Files.exists(Path.of("/usr/bin/apt-get")) || !"root".equals(System.getProperty("user.name"))) {
            throw new IllegalStateException("The browser tests need Chromium: install the packages chromium and "
                    + "chromium-driver, so that " + BROWSER + " and " + DRIVER + " exist.");
        }
        run("apt-get", "-qq", "update");
        run(
                "apt-get",
                "-qq",
                "-y",
                "-o",
                "DPkg::Lock::Timeout=300",
                "install",
                "--no-install-recommends",
                "chromium",
                "chromium-driver",
                "fonts-liberation");
        if (!isThere()) throw new IllegalStateException("apt-get installed chromium, but " + BROWSER + " is missing.");
    }

    private static boolean isThere() {
        return Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER);
    }

    private static void run(String... command) {
        try {
            Path log = Files.createTempFile("apt", ".log");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            Process process = builder.redirectInput(new File("/dev/null")).start();
            if (!process.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroy();
                throw new IllegalStateException(
                        "Could not install Chromium; " + List.of(command) + " said: " + Files.readString(log));
            }
            Files.delete(log);
        } catch (IOException e) {
            throw new IllegalStateException("Could not run " + List.of(command), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while installing Chromium", e);
        }
    }
}
