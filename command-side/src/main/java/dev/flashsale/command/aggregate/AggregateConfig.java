package dev.flashsale.command.aggregate;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.spring.eventsourcing.SpringAggregateSnapshotter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Cache and snapshots of the aggregates. */
@Configuration(proxyBeanMethods = false)
class AggregateConfig {
    private static final long IDLE_SECONDS = 10;

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

    /** As Axon's own, on a thread of its own: a snapshot reads thousands of events, and no purchase must wait for that. */
    @Bean
    SpringAggregateSnapshotter snapshotter(
            org.axonframework.config.Configuration axon,
            HandlerDefinition handlers,
            ParameterResolverFactory parameters,
            EventStore events,
            TransactionManager transactions) {
        ThreadPoolExecutor thread = new ThreadPoolExecutor(
                1,
                1,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name("snapshots").daemon().factory());
        thread.allowCoreThreadTimeOut(true);
        return SpringAggregateSnapshotter.builder()
                .repositoryProvider(axon::repository)
                .transactionManager(transactions)
                .eventStore(events)
                .parameterResolverFactory(parameters)
                .handlerDefinition(handlers)
                .executor(thread)
                .build();
    }

    /** A snapshot carries every purchase of its bucket, so it is taken rarely: it bounds the read after a restart. */
    @Bean
    SnapshotTriggerDefinition stockSnapshots(
            Snapshotter snapshotter, @Value("${flashsale.aggregates.events-per-snapshot:20000}") int events) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, events);
    }
}
