package dev.flashsale.command.aggregate;

import java.time.Duration;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where aggregates are kept between commands. */
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
}
