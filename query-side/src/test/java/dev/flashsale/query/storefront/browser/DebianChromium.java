package dev.flashsale.query.storefront.browser;

import dev.flashsale.query.debian.DebianPackages;
import java.nio.file.Path;
import java.util.List;

/** Debian's Chromium and its driver. */
final class DebianChromium {
    static final Path BROWSER = Path.of("/usr/bin/chromium");
    static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    private DebianChromium() {}

    /** Makes sure that both are there, or fails with a sentence that says what to do. */
    static void require() {
        DebianPackages.require(List.of(BROWSER, DRIVER), List.of("chromium", "chromium-driver", "fonts-liberation"));
    }
}
