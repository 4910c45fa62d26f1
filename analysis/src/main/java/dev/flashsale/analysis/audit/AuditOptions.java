package dev.flashsale.analysis.audit;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How to judge a history.
 *
 * @param quiescent true when nothing is in flight any more, so that everything must have ended
 * @param grace how long after the end of its payment window a reservation may still be open
 * @param staleness how old the glance at the other buckets may be that a SOLD_OUT rests on
 * @param asOf the instant up to which reservations must have expired; absent: that of the last event
 * @param keepFreeUnits true when clients will be heard: 16 bytes for each event of a stock
 */
public record AuditOptions(
        boolean quiescent,
        Duration grace,
        Duration staleness,
        @Nullable Instant asOf,
        boolean keepFreeUnits) {
    /** The same, so that clients can be heard. */
    public AuditOptions withClients() {
        return new AuditOptions(quiescent, grace, staleness, asOf, true);
    }

    /** Ten seconds of grace, which the sweeper may take after a crash, and one second of staleness. */
    public static AuditOptions of(boolean quiescent) {
        return new AuditOptions(quiescent, Duration.ofSeconds(10), Duration.ofSeconds(1), null, false);
    }
}
