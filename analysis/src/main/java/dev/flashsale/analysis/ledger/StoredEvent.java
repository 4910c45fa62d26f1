package dev.flashsale.analysis.ledger;

import java.time.Instant;

/**
 * One row of the event store.
 *
 * @param globalIndex position among all events; grows, with gaps
 * @param sequenceNumber position within the aggregate's own history, from 0 without gaps
 * @param timestamp when it was stored, by the writer's clock
 * @param payload the kernel's event record, or {@link Unreadable}
 */
public record StoredEvent(
        long globalIndex, String aggregateId, long sequenceNumber, String eventId, Instant timestamp, Object payload) {}
