package dev.flashsale.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.kernel.order.OrderPlaced;
import dev.flashsale.platform.warmup.ShadowSales;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;

class ShadowedEventsTest {
    private final String shadowStock = ShadowSales.newId() + ":a:0";
    private final InMemoryEventStorageEngine business = new InMemoryEventStorageEngine();
    private final InMemoryEventStorageEngine shadow = new InMemoryEventStorageEngine();
    private final ShadowedEvents events = new ShadowedEvents(business, shadow);

    @Test
    void whoFollowsAllEventsNeverMeetsAShadow() {
        // when
        events.appendEvents(
                event("sale", 0),
                event(shadowStock, 0),
                event(shadowStock, 1),
                GenericEventMessage.asEventMessage("x"));

        // then
        assertThat(events.readEvents(null, false)
                        .map(event -> event.getPayload().toString()))
                .containsExactly("sale 0", "x");
        assertThat(shadow.readEvents(null, false)).hasSize(2);
    }

    @Test
    void theOrdersOfAShadowSaleAreShadowsToo() {
        // when
        events.appendEvents(order("p1", ShadowSales.ORDERS), order("p2", "sale"));

        // then
        assertThat(events.readEvents(null, false).map(event -> ((OrderPlaced) event.getPayload()).orderId()))
                .containsExactly("p2");
    }

    @Test
    void whoeverWantsTheShadowsGetsThemInTheirOrder() {
        // given
        events.appendEvents(event(shadowStock, 0), event("sale", 0), event(shadowStock, 1), event(shadowStock, 2));

        // when
        List<TrackedEventMessage<?>> first = events.after(null, 2);
        List<TrackedEventMessage<?>> rest = events.after(first.getLast().trackingToken(), 2);

        // then
        assertThat(first)
                .map(EventMessage::getPayload)
                .asList()
                .containsExactly(shadowStock + " 0", shadowStock + " 1");
        assertThat(rest).map(EventMessage::getPayload).asList().containsExactly(shadowStock + " 2");
    }

    @Test
    void eachAggregateIsReadFromItsOwnStore() {
        // given
        events.appendEvents(List.of(event(shadowStock, 0), event("sale", 0), event("sale", 1)));

        // then
        assertThat(events.readEvents(shadowStock).next().getPayload()).isEqualTo(shadowStock + " 0");
        assertThat(events.readEvents("sale", 1).next().getPayload()).isEqualTo("sale 1");
        assertThat(events.lastSequenceNumberFor(shadowStock)).hasValue(0L);
        assertThat(events.lastSequenceNumberFor("sale")).hasValue(1L);
    }

    @Test
    void aShadowLeavesNoSnapshot() {
        // when
        events.storeSnapshot(event(shadowStock, 0));
        events.storeSnapshot(event("sale", 0));

        // then
        assertThat(events.readSnapshot(shadowStock)).isEmpty();
        assertThat(events.readSnapshot("sale")).isPresent();
    }

    @Test
    void noTwoShadowsHaveTheSameId() {
        // then
        assertThat(ShadowSales.newId()).isNotEqualTo(ShadowSales.newId()).hasSizeLessThan(64);
    }

    private static DomainEventMessage<OrderPlaced> order(String orderId, String saleId) {
        Instant now = Instant.EPOCH;
        return new GenericDomainEventMessage<>(
                "Order", orderId, 0, new OrderPlaced(orderId, saleId, "user", "a", 1, List.of(), 1, "EUR", now, now));
    }

    private static DomainEventMessage<String> event(String aggregateId, long sequenceNumber) {
        return new GenericDomainEventMessage<>("Type", aggregateId, sequenceNumber, aggregateId + " " + sequenceNumber);
    }
}
