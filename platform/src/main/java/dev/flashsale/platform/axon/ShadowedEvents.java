package dev.flashsale.platform.axon;

import dev.flashsale.kernel.order.OrderPlaced;
import dev.flashsale.platform.warmup.ShadowEvents;
import dev.flashsale.platform.warmup.ShadowSales;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the events of shadow sales in a table of their own, by the same code. Whoever follows all events, by token, sees the
 * business only.
 */
final class ShadowedEvents implements EventStorageEngine, ShadowEvents {
    private final EventStorageEngine business;
    private final EventStorageEngine shadow;

    ShadowedEvents(EventStorageEngine business, EventStorageEngine shadow) {
        this.business = business;
        this.shadow = shadow;
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (events.stream().noneMatch(ShadowedEvents::isShadow)) {
            business.appendEvents(events);
            return;
        }
        List<EventMessage<?>> apart = new ArrayList<>();
        List<EventMessage<?>> rest = new ArrayList<>();
        events.forEach(event -> (isShadow(event) ? apart : rest).add(event));
        shadow.appendEvents(apart);
        if (!rest.isEmpty()) {
            business.appendEvents(rest);
        }
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        // a shadow sale is gone before a snapshot could help
        if (!isShadow(snapshot)) {
            business.storeSnapshot(snapshot);
        }
    }

    @Override
    public DomainEventStream readEvents(String aggregateId) {
        return ownerOf(aggregateId).readEvents(aggregateId);
    }

    @Override
    public DomainEventStream readEvents(String aggregateId, long firstSequenceNumber) {
        return ownerOf(aggregateId).readEvents(aggregateId, firstSequenceNumber);
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateId) {
        return business.readSnapshot(aggregateId);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateId) {
        return ownerOf(aggregateId).lastSequenceNumberFor(aggregateId);
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        return business.readEvents(token, mayBlock);
    }

    @Override
    public TrackingToken createTailToken() {
        return business.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return business.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant instant) {
        return business.createTokenAt(instant);
    }

    private EventStorageEngine ownerOf(String aggregateId) {
        return ShadowSales.own(aggregateId) ? shadow : business;
    }

    @Override
    public List<TrackedEventMessage<?>> after(@Nullable TrackingToken token, int most) {
        try (Stream<? extends TrackedEventMessage<?>> next = shadow.readEvents(withoutGaps(token), false)) {
            return next.limit(most).<TrackedEventMessage<?>>map(event -> event).toList();
        }
    }

    // rolled-back orders leave one gap each, and every event's token would carry all of them
    private static @Nullable TrackingToken withoutGaps(@Nullable TrackingToken token) {
        return token instanceof GapAwareTrackingToken gaps
                ? GapAwareTrackingToken.newInstance(gaps.getIndex(), Set.of())
                : token;
    }

    private static boolean isShadow(EventMessage<?> event) {
        return event instanceof DomainEventMessage<?> of
                && (ShadowSales.own(of.getAggregateIdentifier()) || isOrder(of));
    }

    /** An order has the id of its purchase, which says nothing of the sale. */
    private static boolean isOrder(DomainEventMessage<?> event) {
        return event.getPayload() instanceof OrderPlaced order && ShadowSales.own(order.saleId());
    }
}
