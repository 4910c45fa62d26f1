package dev.flashsale.process.purchase;

import dev.flashsale.platform.warmup.Rehearsal;
import dev.flashsale.process.sagastore.LiveSagaStore;
import dev.flashsale.process.sagastore.LiveSagas;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Registers the saga with its store. */
@Configuration(proxyBeanMethods = false)
class PurchaseProcessConfig {
    @Bean
    ConfigurerModule purchaseProcessSaga(LiveSagaStore store) {
        return LiveSagas.of(PurchaseProcess.class, store);
    }

    /** The real manager with its real store: what a process of a warm-up writes and sends is rolled back together. */
    @Bean
    Rehearsal purchaseProcessRehearsal(@Lazy org.axonframework.config.Configuration axon) {
        return new Rehearsal(() -> axon.eventProcessingConfiguration()
                .sagaConfiguration(PurchaseProcess.class)
                .manager());
    }
}
