package dev.flashsale.command.stock;

import dev.flashsale.command.aggregate.Caches;
import dev.flashsale.platform.axon.Serialization;
import java.time.Clock;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.json.JacksonSerializer;

/** One node that handles commands to stocks, with its own cache, on an event store that it may share with others. */
public final class StockNode implements AutoCloseable {
    private final Configuration axon;

    /** Starts the node. */
    public StockNode(EventStorageEngine events, Clock clock, int eventsPerSnapshot) {
        JacksonSerializer json = JacksonSerializer.builder()
                .objectMapper(Serialization.storedJson())
                .build();
        axon = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(c -> json)
                .configureEmbeddedEventStore(c -> events)
                .registerComponent(Clock.class, c -> clock)
                .configureAggregate(AggregateConfigurer.defaultConfiguration(Stock.class)
                        .configureCache(c -> Caches.strong(c::eventStore))
                        .configureSnapshotTrigger(
                                c -> new EventCountSnapshotTriggerDefinition(c.snapshotter(), eventsPerSnapshot)))
                .start();
    }

    /** Where its commands are sent. */
    public CommandGateway gateway() {
        return axon.commandGateway();
    }

    /** Where its stocks' events are stored and heard. */
    public EventStore events() {
        return axon.eventStore();
    }

    @Override
    public void close() {
        axon.shutdown();
    }
}
