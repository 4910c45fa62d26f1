package dev.flashsale.platform.axon;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Events in PostgreSQL, flushed to disk at every commit. Switched off by {@code flashsale.event-store=axon-server}, where
 * Axon Server stores them.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "flashsale.event-store", havingValue = "postgresql", matchIfMissing = true)
class PostgresEventStore {
    /**
     * Axon forgets a gap in the global index after this time. The database ends idle transactions well before
     * (idle_in_transaction_session_timeout), otherwise an event committed late would never be seen by any processor.
     */
    static final int GAP_TIMEOUT_MS = 60_000;

    private static final int EVENTS_PER_READ = 1_000;

    private static final int SHADOWS_PER_READ = 50;

    /** Kept in memory for all processors of this JVM: one that is further behind reads for itself. */
    private static final int EVENTS_SHARED = 20_000;

    /**
     * Processors are woken by what this JVM stores. What other processes store is looked for, because PostgreSQL's NOTIFY
     * would make all commits queue for one lock.
     *
     * @param lookMs how often the database is asked for events of other processes while somebody waits for any
     */
    @Bean("eventBus")
    @Qualifier("eventStore")
    EmbeddedEventStore eventStore(
            EventStorageEngine engine,
            org.axonframework.config.Configuration axon,
            @Value("${flashsale.events.look-ms:20}") long lookMs) {
        return EmbeddedEventStore.builder()
                .storageEngine(engine)
                .messageMonitor(axon.messageMonitor(EventStore.class, "eventStore"))
                .spanFactory(axon.getComponent(EventBusSpanFactory.class))
                .fetchDelay(lookMs)
                .cachedEvents(EVENTS_SHARED)
                .build();
    }

    @Bean
    ShadowedEvents eventStorageEngine(
            Serializer snapshotSerializer,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            PersistenceExceptionResolver exceptions,
            org.axonframework.config.Configuration axon,
            ConnectionProvider connections,
            TransactionManager transactions,
            EventSchema schema) {
        JdbcEventStorageEngine.Builder engine = JdbcEventStorageEngine.builder()
                .dataType(byte[].class)
                .schema(schema)
                .snapshotSerializer(snapshotSerializer)
                .eventSerializer(eventSerializer)
                .upcasterChain(axon.upcasterChain())
                .snapshotFilter(axon.snapshotFilter())
                .persistenceExceptionResolver(exceptions)
                .connectionProvider(connections)
                .transactionManager(transactions)
                .gapTimeout(GAP_TIMEOUT_MS)
                .batchSize(EVENTS_PER_READ);
        return new ShadowedEvents(
                engine.build(),
                engine.schema(EventStoreTables.shadow())
                        .batchSize(SHADOWS_PER_READ)
                        .build());
    }
}
