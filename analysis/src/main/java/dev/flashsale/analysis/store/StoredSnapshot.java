package dev.flashsale.analysis.store;

import org.jspecify.annotations.Nullable;

/**
 * An aggregate's newest snapshot as it is stored.
 *
 * @param sequenceNumber the last event that it has taken in
 * @param type the aggregate's class name
 * @param revision the form that it was stored in; absent when it has none
 * @param payload JSON
 */
@SuppressWarnings("ArrayRecordComponent") // rows are handed on and never compared
public record StoredSnapshot(
        String aggregateId,
        long sequenceNumber,
        String type,
        @Nullable String revision,
        byte[] payload) {}
