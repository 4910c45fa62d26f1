package dev.flashsale.command.aggregate;

import java.time.Duration;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Cache and snapshots of the aggregates. */
@Configuration(proxyBeanMethods = false)
class AggregateConfig {
    @Bean
    Cache aggregateCache(
            ObjectProvider<EventStore> events,
            @Value("${flashsale.aggregates.cache-size:100000}") long maximumSize,
            @Value("${flashsale.aggregates.cache-idle-seconds:900}") long idleSeconds) {
        return new StrongCache(
                maximumSize,
                Duration.ofSeconds(idleSeconds),
                id -> events.getObject().lastSequenceNumberFor(id));
    }

    /** A snapshot carries every purchase of its bucket, so it is taken rarely: it bounds the read after a restart. */
    @Bean
    SnapshotTriggerDefinition stockSnapshots(
            Snapshotter snapshotter, @Value("${flashsale.aggregates.events-per-snapshot:5000}") int events) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, events);
    }
}
