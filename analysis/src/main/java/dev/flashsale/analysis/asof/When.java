package dev.flashsale.analysis.asof;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A moment as somebody names it. */
sealed interface When {
    /** The event of this global index. */
    record AtIndex(long index) implements When {}

    /** A time by the writers' clocks. */
    record AtTime(Instant time) implements When {}

    /** So long after, or before, the announced opening of the sale. */
    record FromOpening(Duration offset) implements When {}

    /** An index, an ISO-8601 time with zone, or {@code open}, {@code open+250ms}, {@code open-2s}. */
    String FORMS = "an index, a time with zone such as 2026-11-21T10:00:00.250Z, or open+250ms (us, ms, s, m)";

    /**
     * Reads one of the {@link #FORMS}.
     *
     * @throws IllegalArgumentException it is none; the message says so
     */
    static When parse(String text) {
        Matcher opening =
                Pattern.compile("open(?:([+-])(\\d{1,12})(us|ms|s|m))?").matcher(text);
        if (text.matches("\\d{1,18}")) {
            return new AtIndex(Long.parseLong(text));
        } else if (opening.matches()) {
            return new FromOpening(opening.group(1) == null ? Duration.ZERO : offset(opening));
        }
        try {
            return new AtTime(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no moment: name " + FORMS, e);
        }
    }

    private static Duration offset(Matcher opening) {
        long amount = Long.parseLong(opening.group(2));
        Duration length = switch (opening.group(3)) {
            case "us" -> Duration.ofNanos(1_000 * amount);
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            default -> Duration.ofMinutes(amount);
        };
        return opening.group(1).equals("-") ? length.negated() : length;
    }
}
