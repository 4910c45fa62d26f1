package dev.flashsale.process.sagastore;

import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.modelling.saga.repository.AnnotatedSagaRepository;
import org.axonframework.modelling.saga.repository.SagaStore;

/** Makes a class a saga that this package's store and repository keep. */
public final class LiveSagas {
    private LiveSagas() {}

    /** Registers the saga; its class is not annotated as one, or Spring would register it a second time. */
    public static <T> ConfigurerModule of(Class<T> sagaType, SagaStore<Object> store) {
        return configurer -> configurer
                .eventProcessing()
                .registerSaga(
                        sagaType,
                        saga -> saga.configureSagaStore(axon -> store)
                                .configureRepository(axon -> repository(sagaType, store, axon)));
    }

    private static <T> AnnotatedSagaRepository<T> repository(
            Class<T> sagaType, SagaStore<Object> store, Configuration axon) {
        AnnotatedSagaRepository.Builder<T> settings = AnnotatedSagaRepository.<T>builder()
                .resourceInjector(axon.resourceInjector())
                .parameterResolverFactory(axon.parameterResolverFactory())
                .handlerDefinition(axon.handlerDefinition(sagaType));
        return new IndexedSagaRepository<>(sagaType, store, settings);
    }
}
