package dev.flashsale.command.order;

import java.util.HashSet;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.support.SqlArrayValue;

/** Asks whoever stores the events. */
@Configuration(proxyBeanMethods = false)
class BegunOrdersConfig {
    private static final String BEGUN =
            "select aggregate_identifier from domain_event_entry where aggregate_identifier = any (?) and sequence_number = 0";

    @Bean
    @ConditionalOnProperty(name = "flashsale.event-store", havingValue = "postgresql", matchIfMissing = true)
    BegunOrders begunInPostgres(JdbcOperations jdbc) {
        return orderIds ->
                new HashSet<>(jdbc.queryForList(BEGUN, String.class, new SqlArrayValue("varchar", orderIds.toArray())));
    }

    @Bean
    @ConditionalOnProperty(name = "flashsale.event-store", havingValue = "axon-server")
    BegunOrders begunInAxonServer(EventStore events) {
        return orderIds -> orderIds.stream()
                .filter(orderId -> events.lastSequenceNumberFor(orderId).isPresent())
                .collect(Collectors.toCollection(HashSet<String>::new));
    }
}
