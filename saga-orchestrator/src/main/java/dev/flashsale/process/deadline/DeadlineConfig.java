package dev.flashsale.process.deadline;

import java.time.Clock;
import java.time.Duration;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurationScopeAwareProvider;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The durable deadlines of the processes. */
@Configuration(proxyBeanMethods = false)
class DeadlineConfig {
    /** Handed over in one transaction, each with its saga locked: more would make events wait longer. */
    private static final int DEADLINES_PER_COMMIT = 100;

    @Bean
    StoredDeadlines deadlineManager(
            ConnectionProvider connections,
            TransactionManager transactions,
            @Qualifier("eventSerializer") Serializer serializer) {
        return new StoredDeadlines(connections, transactions, serializer);
    }

    @Bean
    DeadlineClock deadlineClock(
            StoredDeadlines deadlines,
            org.axonframework.config.Configuration axon,
            TransactionManager transactions,
            Clock clock,
            @Value("${flashsale.deadlines.interval-ms:200}") long intervalMs) {
        DueDeadlines due = new DueDeadlines(deadlines, new ConfigurationScopeAwareProvider(axon), transactions, clock);
        return new DeadlineClock(due::fire, Duration.ofMillis(intervalMs), DEADLINES_PER_COMMIT);
    }

    @Bean
    OldDeadlines oldDeadlines(JdbcOperations jdbc, PlatformTransactionManager transactions, StoredDeadlines deadlines) {
        return new OldDeadlines(jdbc, new TransactionTemplate(transactions), deadlines);
    }
}
