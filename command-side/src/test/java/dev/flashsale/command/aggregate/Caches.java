package dev.flashsale.command.aggregate;

import java.time.Duration;
import java.util.function.Supplier;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** The cache that the product uses, for tests of what goes through it. */
public final class Caches {
    private Caches() {}

    /** A cache of its own for one node. */
    public static Cache strong(Supplier<EventStore> events) {
        return new StrongCache(1_000, Duration.ofMinutes(1), id -> events.get().lastSequenceNumberFor(id));
    }
}
