package dev.flashsale.query.orderrow;

import dev.flashsale.platform.warmup.Rehearsal;
import dev.flashsale.platform.warmup.ShadowSales;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Names the package of the rows. Every slice with entities does so: one that does switches off Boot's own search for all,
 * and the application that runs this may live in another package.
 */
@Configuration(proxyBeanMethods = false)
@EntityScan
@EnableJpaRepositories
class OrderRowConfig {
    /** No partition is made for rows that are rolled back: each would stop all readers for as long as it takes. */
    @Bean
    Rehearsal orderRowRehearsal(JdbcOperations jdbc) {
        return new Rehearsal(() -> {
            OrderRowProjector rows = new OrderRowProjector(jdbc);
            rows.makeNoPartition(ShadowSales.ORDERS);
            return SimpleEventHandlerInvoker.builder()
                    .eventHandlers(rows)
                    .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                    .build();
        });
    }
}
