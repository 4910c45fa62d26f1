package dev.flashsale.bench.axon;

import dev.flashsale.bench.subject.Baseline;
import dev.flashsale.platform.Platform;
import dev.flashsale.platform.WebPlatform;
import jakarta.servlet.Filter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.WeakReferenceCache;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;

/**
 * Idiomatic Axon on the product's own platform: the same JDBC event store (faster than the JPA one that Spring Boot would
 * configure), the same serializer, tokens and security, time-ordered ids, and batches for its processors.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan
@Import({Platform.class, WebPlatform.class})
class AxonApplication {
    static final String SAGA = "Baseline_Purchase";
    static final String ROWS = "Baseline_OrderRows";

    private static final int EVENTS_PER_COMMIT = 100;

    /** Tracking processors rather than pooled ones: with an embedded store they need not poll. */
    @Bean
    ConfigurerModule baselineProcessors() {
        return configurer -> List.of(SAGA, ROWS)
                .forEach(name -> configurer
                        .eventProcessing()
                        .registerTrackingEventProcessor(
                                name,
                                Configuration::eventStore,
                                axon -> TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                                        .andBatchSize(EVENTS_PER_COMMIT)
                                        .andInitialTrackingToken(StreamableMessageSource::createTailToken)));
    }

    /** Axon's own weak cache, with strong references beside it: a garbage collection must not cost a replay. */
    @Bean
    Cache aggregateCache() {
        return new WeakReferenceCache() {
            private final Map<Object, Object> kept = new ConcurrentHashMap<>();

            @Override
            public void put(Object key, Object value) {
                kept.put(key, value);
                super.put(key, value);
            }

            @Override
            public boolean putIfAbsent(Object key, Object value) {
                kept.putIfAbsent(key, value);
                return super.putIfAbsent(key, value);
            }
        };
    }

    /** Puts units on sale without a login, which is not what is measured. */
    @Bean
    FilterRegistrationBean<Filter> baselineSales(PurchaseApi api) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
            String path = ((jakarta.servlet.http.HttpServletRequest) request).getRequestURI();
            api.putOnSale(
                    path.substring(Baseline.SALES_PATH.length()), Integer.parseInt(request.getParameter("units")));
        });
        registration.addUrlPatterns(Baseline.SALES_PATH + "*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
