package dev.flashsale.platform.axon;

import dev.flashsale.platform.stream.PacedEvents;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How every event processor behaves. */
@Configuration(proxyBeanMethods = false)
public class Processors {
    private static final Duration CLAIM_INTERVAL = Duration.ofSeconds(1);

    /**
     * Errors stop the processor, which retries with growing pauses. Axon's default logs the error and goes on, and the
     * event is then lost for that projection or saga without a trace.
     *
     * <p>Each processor is one thread that waits for events itself. Axon's pooled processor looks twice a second when it
     * has caught up, and pauses for 100 ms whenever its queue of 1,024 events is full.
     */
    @Bean
    ConfigurerModule errorsAreNeverSwallowed(@Value("${flashsale.events.pace-ms:8}") long paceMs) {
        return configurer -> configurer.eventProcessing(processing -> processing
                .usingTrackingEventProcessors()
                .configureDefaultStreamableMessageSource(
                        axon -> new PacedEvents(axon.eventStore(), Duration.ofMillis(paceMs)))
                .registerDefaultErrorHandler(c -> PropagatingErrorHandler.instance())
                .registerDefaultListenerInvocationErrorHandler(c -> PropagatingErrorHandler.instance()));
    }

    /**
     * One thread and one segment, hence one order: a second node stands by. A further segment would cost each event
     * another look.
     */
    public static TrackingEventProcessorConfiguration inOneOrder(int eventsPerCommit) {
        return TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                .andInitialSegmentsCount(1)
                .andBatchSize(eventsPerCommit)
                .andTokenClaimInterval(CLAIM_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
