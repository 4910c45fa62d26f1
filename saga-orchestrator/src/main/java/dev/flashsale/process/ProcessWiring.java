package dev.flashsale.process;

import static dev.flashsale.process.ProcessGroups.AUTOMATIONS;
import static dev.flashsale.process.ProcessGroups.PURCHASES;
import static dev.flashsale.process.ProcessGroups.SALES;

import dev.flashsale.platform.axon.Processors;
import dev.flashsale.platform.stream.StalledProcessor;
import dev.flashsale.process.sagastore.LiveSagaStore;
import java.util.List;
import java.util.Map;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** The processors of the processes, and what they remember. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ProcessWiring {
    private static final List<String> PROCESSES = List.of(SALES, PURCHASES, AUTOMATIONS);
    private static final int EVENTS_PER_COMMIT = 500;
    private static final int RECURRING_WORK = 5;

    private final org.axonframework.config.Configuration axon;

    ProcessWiring(@Lazy org.axonframework.config.Configuration axon) {
        this.axon = axon;
    }

    /**
     * Live sagas in memory.
     *
     * @param mostContents most sagas per type whose content is held, about half a kilobyte each
     */
    @Bean
    static LiveSagaStore sagaStore(
            ConnectionProvider connections,
            TransactionManager transactions,
            Serializer serializer,
            @Value("${flashsale.sagas.held:200000}") int mostContents) {
        return new LiveSagaStore(connections, transactions, serializer, mostContents);
    }

    /** From the first event on: a process must not miss a sale that was scheduled before this service first started. */
    @Bean
    static ConfigurerModule processesSeeEverything(LiveSagaStore sagas) {
        return configurer -> PROCESSES.forEach(group -> configurer
                .eventProcessing()
                .registerTrackingEventProcessorConfiguration(
                        group,
                        axon -> Processors.inOneOrder(EVENTS_PER_COMMIT)
                                .andInitialTrackingToken(StreamableMessageSource::createTailToken)
                                .andEventTrackerStatusChangeListener(statuses -> handOver(statuses, sagas))));
    }

    private static void handOver(Map<Integer, EventTrackerStatus> statuses, LiveSagaStore sagas) {
        if (statuses.values().stream().anyMatch(EventTrackerStatus::trackerRemoved)) {
            sagas.forget();
        }
    }

    /** A process that failed tries again soon: what it waited for, the database for example, may be back. */
    @Scheduled(fixedDelayString = "${flashsale.processes.retry-ms:5000}")
    void wakeStalledProcesses() {
        PROCESSES.forEach(group -> axon.eventProcessingConfiguration()
                .eventProcessor(group, StreamingEventProcessor.class)
                .ifPresent(StalledProcessor::wake));
    }

    /** A thread for each kind of recurring work: with Spring's default of one, a slow sweep would hold back payments. */
    @Bean
    static ThreadPoolTaskScheduler taskScheduler() {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(RECURRING_WORK);
        scheduler.setThreadNamePrefix("recurring-");
        return scheduler;
    }
}
