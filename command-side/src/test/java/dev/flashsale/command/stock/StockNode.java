package dev.flashsale.command.stock;

import dev.flashsale.command.aggregate.Caches;
import dev.flashsale.platform.axon.Serialization;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.json.JacksonSerializer;

/** One node that handles commands to stocks, with its own cache, on an event store that it may share with others. */
public final class StockNode implements AutoCloseable {
    private final ExecutorService snapshots = Executors.newSingleThreadExecutor();
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
                .registerComponent(
                        Snapshotter.class,
                        c -> StockSnapshotter.of(
                                () -> c.repository(Stock.class),
                                c.eventStore(),
                                NoTransactionManager.INSTANCE,
                                snapshots))
                .configureAggregate(AggregateConfigurer.defaultConfiguration(Stock.class)
                        .configureCache(c -> Caches.strong(c::eventStore))
                        .configureSnapshotTrigger(c -> new RareSnapshots(c.snapshotter(), eventsPerSnapshot)))
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

    /** Ends the node when it has taken the snapshots that it began. */
    @Override
    public void close() {
        snapshots.close();
        axon.shutdown();
    }
}
