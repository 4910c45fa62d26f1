package dev.flashsale.process;

import static dev.flashsale.process.ProcessGroups.AUTOMATIONS;
import static dev.flashsale.process.ProcessGroups.PURCHASES;
import static dev.flashsale.process.ProcessGroups.SALES;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.util.List;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurationScopeAwareProvider;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.deadline.dbscheduler.DbSchedulerDeadlineManager;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** The processors and the durable deadlines of the processes. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ProcessWiring {
    private static final List<String> PROCESSES = List.of(SALES, PURCHASES, AUTOMATIONS);
    private static final int EVENTS_PER_COMMIT = 200;
    private static final int RECURRING_WORK = 4;

    /**
     * From the first event on: a process must not miss a sale that was scheduled before this service first started. One
     * segment each, because every further one asks the saga store about every event again.
     */
    @Bean
    ConfigurerModule processesSeeEverything() {
        return configurer -> PROCESSES.forEach(group -> configurer
                .eventProcessing()
                .registerPooledStreamingEventProcessorConfiguration(
                        group,
                        (axon, processor) -> processor
                                .initialToken(StreamableMessageSource::createTailToken)
                                .initialSegmentCount(1)
                                .batchSize(EVENTS_PER_COMMIT)));
    }

    @Bean
    DbSchedulerDeadlineManager deadlineManager(
            Scheduler scheduler,
            org.axonframework.config.Configuration axon,
            @Qualifier("eventSerializer") Serializer serializer,
            TransactionManager transactions) {
        return new DurableDeadlines(
                scheduler,
                DbSchedulerDeadlineManager.builder()
                        .scheduler(scheduler)
                        .scopeAwareProvider(new ConfigurationScopeAwareProvider(axon))
                        .serializer(serializer)
                        .transactionManager(transactions)
                        // Spring starts and stops the scheduler
                        .startScheduler(false)
                        .stopScheduler(false));
    }

    /** A thread for each kind of recurring work: with Spring's default of one, a slow sweep would hold back payments. */
    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(RECURRING_WORK);
        scheduler.setThreadNamePrefix("recurring-");
        return scheduler;
    }
}
