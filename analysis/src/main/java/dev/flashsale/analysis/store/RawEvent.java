package dev.flashsale.analysis.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of the event store as it is stored, its payload not yet turned into an event.
 *
 * @param globalIndex position among all events; grows, with gaps
 * @param timestamp when it was stored, by the writer's clock
 * @param type the payload's class name
 * @param revision the payload's revision; absent when it has none
 * @param aggregateType what kind of aggregate wrote it; empty when unknown
 * @param sequenceNumber position within the aggregate's own history, from 0 without gaps
 * @param payload JSON
 * @param metaData JSON, an object of texts
 */
@SuppressWarnings("ArrayRecordComponent") // rows are handed on and never compared
public record RawEvent(
        long globalIndex,
        Instant timestamp,
        String type,
        @Nullable String revision,
        String aggregateType,
        String aggregateId,
        long sequenceNumber,
        String eventId,
        byte[] payload,
        byte[] metaData) {
    /** The event type's own name, without its package. */
    public String shortType() {
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
