package dev.flashsale.query.page;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/**
 * A moment as answers write it, always equally long.
 *
 * @param epochMs milliseconds since 1970, UTC
 * @param text ISO-8601 with milliseconds
 * @param ascii the same text; shared, hence never to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Stamp(long epochMs, String text, byte[] ascii) {
    /** Bytes of every stamp. */
    static final int LENGTH = 24;

    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    static Stamp of(long epochMs) {
        String text = MILLISECONDS.format(Instant.ofEpochMilli(epochMs));
        return new Stamp(epochMs, text, text.getBytes(StandardCharsets.US_ASCII));
    }

    /** The same moment, for those who compute with it. */
    public Instant instant() {
        return Instant.ofEpochMilli(epochMs);
    }
}
