package dev.flashsale.analysis.export;

import java.nio.file.Path;
import java.util.Locale;

/** What was written. */
record ExportReport(Path directory, long events, long lastIndex, int files) {
    String line() {
        return String.format(
                Locale.ROOT, "%,d events up to index %,d in %d files: %s", events, lastIndex, files, directory);
    }
}
