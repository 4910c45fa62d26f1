package dev.flashsale.query.recovery;

import dev.flashsale.platform.axon.Processors;
import dev.flashsale.query.redis.Projections;
import dev.flashsale.query.redis.QuerySettings;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the projections follow the events: in one segment, hence in one order, and in batches. */
@Configuration(proxyBeanMethods = false)
class ProjectionProcessors {
    @Bean
    ConfigurerModule projectionProcessorSettings(QuerySettings settings) {
        return configurer -> Projections.ALL.forEach(name -> configurer
                .eventProcessing()
                .registerTrackingEventProcessorConfiguration(
                        name, axon -> Processors.inOneOrder(settings.batchSize())));
    }
}
