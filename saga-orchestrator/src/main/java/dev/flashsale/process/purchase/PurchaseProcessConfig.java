package dev.flashsale.process.purchase;

import dev.flashsale.process.sagastore.LiveSagaStore;
import dev.flashsale.process.sagastore.LiveSagas;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers the saga with its store. */
@Configuration(proxyBeanMethods = false)
class PurchaseProcessConfig {
    @Bean
    ConfigurerModule purchaseProcessSaga(LiveSagaStore store) {
        return LiveSagas.of(PurchaseProcess.class, store);
    }
}
