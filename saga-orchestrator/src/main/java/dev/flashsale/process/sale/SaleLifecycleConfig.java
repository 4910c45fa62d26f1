package dev.flashsale.process.sale;

import dev.flashsale.process.sagastore.LiveSagaStore;
import dev.flashsale.process.sagastore.LiveSagas;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers the saga with its store. */
@Configuration(proxyBeanMethods = false)
class SaleLifecycleConfig {
    @Bean
    ConfigurerModule saleLifecycleSaga(LiveSagaStore store) {
        return LiveSagas.of(SaleLifecycle.class, store);
    }
}
