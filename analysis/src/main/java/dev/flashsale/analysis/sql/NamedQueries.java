package dev.flashsale.analysis.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The questions that come with the program: the files of the folder {@code queries}. */
final class NamedQueries {
    /** Their names, which are those of the files without ".sql". */
    static final List<String> NAMES = List.of(
            "bot_suspects", "fairness", "first_100_ms", "payment_delay", "refunds_vs_payments", "reservation_expiry");

    private NamedQueries() {}

    static String sql(String name) throws IOException {
        if (!NAMES.contains(name)) {
            throw new IOException("no question is called " + name + "; there are " + String.join(", ", NAMES));
        }
        try (InputStream file = NamedQueries.class.getResourceAsStream("/queries/" + name + ".sql")) {
            if (file == null) {
                throw new IOException("queries/" + name + ".sql is missing in this program");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The comment at the head of the file, as one line. */
    static String question(String name) {
        try {
            return sql(name)
                    .lines()
                    .takeWhile(line -> line.startsWith("--"))
                    .map(line -> line.substring(2).strip())
                    .collect(Collectors.joining(" "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
