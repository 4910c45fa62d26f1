package dev.flashsale.command.admission.note;

import java.time.Duration;

/** What a note is good for. Each kind has keys of its own: a note of one kind cannot pass for another. */
public enum NoteKind {
    /** The page of a sale was opened. */
    JOURNEY(Duration.ofDays(1), Duration.ofDays(1)),
    /** A challenge was shown. */
    CHALLENGE(Duration.ofHours(1), Duration.ofHours(1)),
    /** Its holder may try to buy. */
    TICKET(Duration.ofHours(1), Duration.ofMinutes(5));

    private final Duration period;
    private final Duration grace;

    NoteKind(Duration period, Duration grace) {
        this.period = period;
        this.grace = grace;
    }

    /** How long one key signs. */
    Duration period() {
        return period;
    }

    /** How long a key is believed after it has stopped signing: as long as a note of this kind lives at most. */
    public Duration grace() {
        return grace;
    }
}
