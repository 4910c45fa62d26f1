package dev.flashsale.command.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.kernel.order.OrderExpired;
import dev.flashsale.kernel.order.OrderLine;
import dev.flashsale.kernel.order.OrderPlaced;
import dev.flashsale.kernel.order.PlaceOrder;
import dev.flashsale.kernel.order.PlaceOrders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;

class OrderPlacementTest {
    private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");

    private final EmbeddedEventStore events = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final List<Integer> appends = new ArrayList<>();
    private final OrderPlacement placement = new OrderPlacement(
            events,
            ids -> ids.stream()
                    .filter(id -> events.lastSequenceNumberFor(id).isPresent())
                    .collect(Collectors.toSet()));

    @Test
    void allOrdersOfACommandArePlacedByOneAppend() {
        // given
        events.subscribe(batch -> appends.add(batch.size()));

        // when
        placement.handle(new PlaceOrders(List.of(order("a"), order("b"), order("a"))));

        // then
        assertThat(appends).containsExactly(2);
        assertThat(events.readEvents("a").next().getPayload()).isInstanceOf(OrderPlaced.class);
        assertThat(events.readEvents("b").next().getType()).isEqualTo("Order");
    }

    @Test
    void whatIsPlacedAlreadyIsNotPlacedAgain() {
        // given
        placement.handle(new PlaceOrders(List.of(order("a"))));

        // when
        placement.handle(new PlaceOrders(List.of(order("a"), order("b"))));

        // then
        assertThat(events.lastSequenceNumberFor("a")).hasValue(0L);
        assertThat(events.lastSequenceNumberFor("b")).hasValue(0L);
    }

    @Test
    void anOrderThatExpiredBeforeItWasPlacedStaysExpired() {
        // given
        events.publish(new GenericDomainEventMessage<>("Order", "a", 0, new OrderExpired("a", false, NOW)));

        // when
        placement.handle(new PlaceOrders(List.of(order("a"))));

        // then
        assertThat(events.lastSequenceNumberFor("a")).hasValue(0L);
    }

    private static PlaceOrder order(String id) {
        List<OrderLine> lines = List.of(new OrderLine("phone", "sale:phone:0", 1));
        return new PlaceOrder(id, "sale", "alice", "phone", 1, lines, 49_900, "EUR", NOW.plusSeconds(300), NOW);
    }
}
