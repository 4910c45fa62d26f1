package dev.flashsale.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.platform.warmup.ShadowSales;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
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

    private static DomainEventMessage<String> event(String aggregateId, long sequenceNumber) {
        return new GenericDomainEventMessage<>("Type", aggregateId, sequenceNumber, aggregateId + " " + sequenceNumber);
    }
}
