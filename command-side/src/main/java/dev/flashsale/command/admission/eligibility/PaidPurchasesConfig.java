package dev.flashsale.command.admission.eligibility;

import dev.flashsale.platform.axon.Processors;
import dev.flashsale.platform.stream.PacedEvents;
import java.time.Duration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Follows the events a few times a second: nobody buys in two sales faster, and those who buy now need the machine more. */
@Configuration(proxyBeanMethods = false)
class PaidPurchasesConfig {
    private static final int EVENTS_PER_COMMIT = 1_000;
    private static final Duration PACE = Duration.ofMillis(250);

    /** From the first event on: whoever bought before this was first started bought, too. */
    @Bean
    ConfigurerModule paidPurchasesAreFollowed() {
        return configurer -> configurer
                .eventProcessing()
                .registerTrackingEventProcessor(
                        PaidPurchases.NAME,
                        axon -> new PacedEvents(axon.eventStore(), PACE),
                        axon -> Processors.inOneOrder(EVENTS_PER_COMMIT)
                                .andInitialTrackingToken(StreamableMessageSource::createTailToken));
    }
}
