package dev.flashsale.command.aggregate;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.flashsale.platform.axon.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * An event store in memory that several nodes share, and that refuses a sequence number that is taken, as a database does.
 * Axon's own one in memory lets two writers overwrite each other.
 */
public final class SharedEvents implements EventStorageEngine {
    private record Stored(Class<?> type, byte[] json, DomainEventMessage<?> message) {}

    private static final ObjectMapper STORED = Serialization.storedJson();

    private final Map<String, List<DomainEventMessage<?>>> histories = new HashMap<>();
    private final Map<String, Stored> snapshots = new HashMap<>();
    private final List<Object> log = new ArrayList<>();
    private int conflictsToCome;

    /** The next so many appends lose against another writer. */
    public synchronized void loseNext(int conflicts) {
        conflictsToCome = conflicts;
    }

    /** All payloads in the order of their commits. */
    public synchronized List<Object> log() {
        return List.copyOf(log);
    }

    /** The payloads after the first so many. */
    public synchronized List<Object> logFrom(int index) {
        return List.copyOf(log.subList(index, log.size()));
    }

    /** How many events are committed. */
    public synchronized int size() {
        return log.size();
    }

    /** How many aggregates have a snapshot. */
    public synchronized int snapshots() {
        return snapshots.size();
    }

    @Override
    public synchronized void appendEvents(List<? extends EventMessage<?>> events) {
        if (conflictsToCome > 0) {
            conflictsToCome--;
            throw new ConcurrencyException("another writer was first");
        }
        Map<String, Integer> lengths = new HashMap<>();
        for (EventMessage<?> event : events) {
            DomainEventMessage<?> message = (DomainEventMessage<?>) event;
            String id = message.getAggregateIdentifier();
            int next = lengths.computeIfAbsent(id, key -> history(key).size());
            if (message.getSequenceNumber() != next) {
                throw new ConcurrencyException(id + " has " + next + " events, not " + message.getSequenceNumber());
            }
            lengths.put(id, next + 1);
        }
        for (EventMessage<?> event : events) {
            DomainEventMessage<?> message = (DomainEventMessage<?>) event;
            history(message.getAggregateIdentifier()).add(message);
            log.add(message.getPayload());
        }
    }

    private List<DomainEventMessage<?>> history(String aggregateId) {
        return histories.computeIfAbsent(aggregateId, key -> new ArrayList<>());
    }

    @Override
    public synchronized DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        List<DomainEventMessage<?>> history = history(aggregateIdentifier);
        int from = (int) Math.min(firstSequenceNumber, history.size());
        return DomainEventStream.of(List.copyOf(history.subList(from, history.size())));
    }

    @Override
    public synchronized Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        long last = history(aggregateIdentifier).size() - 1L;
        return last < 0 ? Optional.empty() : Optional.of(last);
    }

    @Override
    public synchronized void storeSnapshot(DomainEventMessage<?> snapshot) {
        try {
            byte[] json = STORED.writeValueAsBytes(snapshot.getPayload());
            snapshots.put(snapshot.getAggregateIdentifier(), new Stored(snapshot.getPayloadType(), json, snapshot));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        return Optional.ofNullable(snapshots.get(aggregateIdentifier)).map(SharedEvents::read);
    }

    private static DomainEventMessage<?> read(Stored stored) {
        try {
            Object payload = Objects.requireNonNull(STORED.readValue(stored.json(), stored.type()));
            DomainEventMessage<?> message = stored.message();
            return new GenericDomainEventMessage<>(
                    message.getType(), message.getAggregateIdentifier(), message.getSequenceNumber(), payload);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(
            @Nullable TrackingToken trackingToken, boolean mayBlock) {
        return Stream.empty();
    }
}
