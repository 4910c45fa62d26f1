package dev.flashsale.query.recovery;

import dev.flashsale.query.redis.Projections;
import dev.flashsale.query.redis.QuerySettings;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the projections follow the events: in one segment, hence in one order, and in batches. */
@Configuration(proxyBeanMethods = false)
class ProjectionProcessors {
    private static final long CLAIM_INTERVAL_MS = 1_000;

    @Bean
    ConfigurerModule projectionProcessorSettings(QuerySettings settings) {
        return configurer ->
                Projections.ALL.forEach(name -> register(configurer.eventProcessing(), name, settings.batchSize()));
    }

    private static void register(EventProcessingConfigurer processing, String name, int batchSize) {
        processing.registerPooledStreamingEventProcessorConfiguration(
                name,
                (configuration, builder) ->
                        builder.initialSegmentCount(1).batchSize(batchSize).tokenClaimInterval(CLAIM_INTERVAL_MS));
    }
}
