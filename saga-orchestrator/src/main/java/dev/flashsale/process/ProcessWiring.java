package dev.flashsale.process;

import static dev.flashsale.process.ProcessGroups.AUTOMATIONS;
import static dev.flashsale.process.ProcessGroups.PURCHASES;
import static dev.flashsale.process.ProcessGroups.SALES;

import java.util.List;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The processors of the processes. Durable deadlines come from db-scheduler, which Axon configures by itself. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ProcessWiring {
    private static final List<String> PROCESSES = List.of(SALES, PURCHASES, AUTOMATIONS);
    private static final int EVENTS_PER_COMMIT = 200;

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
}
