package dev.flashsale.query.redis;

import org.axonframework.eventhandling.TrackingToken;

/** The position of an event among all events. */
public final class GlobalIndex {
    private GlobalIndex() {}

    /** @throws IllegalStateException the event came from a source without positions */
    public static long of(TrackingToken token) {
        return token.position()
                .orElseThrow(() -> new IllegalStateException("a projection needs events with a position"));
    }
}
