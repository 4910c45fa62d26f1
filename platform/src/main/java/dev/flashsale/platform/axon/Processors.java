package dev.flashsale.platform.axon;

import java.time.Clock;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How every event processor behaves. */
@Configuration(proxyBeanMethods = false)
class Processors {
    /**
     * Errors stop the processor, which retries with growing pauses. Axon's default logs the error and goes on, and the
     * event is then lost for that projection or saga without a trace.
     */
    @Bean
    ConfigurerModule errorsAreNeverSwallowed() {
        return configurer -> configurer.eventProcessing(processing -> processing
                .usingPooledStreamingEventProcessors()
                .registerDefaultErrorHandler(c -> PropagatingErrorHandler.instance())
                .registerDefaultListenerInvocationErrorHandler(c -> PropagatingErrorHandler.instance()));
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
