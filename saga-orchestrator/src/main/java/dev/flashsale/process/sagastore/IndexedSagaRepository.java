package dev.flashsale.process.sagastore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.saga.AnnotatedSaga;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.repository.AnnotatedSagaRepository;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.jspecify.annotations.Nullable;

/**
 * Axon's repository, without its search through all sagas that the unit of work has touched, for every event: with a
 * batch of n events that is n times n. Every saga that handles an event is loaded or created for it, so only those loaded
 * or created since the last search can have new associations.
 */
final class IndexedSagaRepository<T> extends AnnotatedSagaRepository<T> {
    private final Class<T> sagaType;
    private final SagaStore<? super T> store;
    private final String key;

    IndexedSagaRepository(Class<T> sagaType, SagaStore<? super T> store, Builder<T> settings) {
        super(settings.sagaType(sagaType).sagaStore(store));
        this.sagaType = sagaType;
        this.store = store;
        this.key = "touched sagas of " + sagaType.getName();
    }

    @Override
    public Set<String> find(AssociationValue association) {
        Set<String> found = new TreeSet<>(store.findSagas(sagaType, association));
        found.addAll(touched().find(association));
        return found;
    }

    @Override
    @SuppressWarnings("NullAway") // Axon's signature: no saga is null
    public AnnotatedSaga<T> doLoad(String sagaId) {
        AnnotatedSaga<T> saga = super.doLoad(sagaId);
        if (saga != null) {
            touched().add(saga);
        }
        return saga;
    }

    @Override
    public AnnotatedSaga<T> doCreateInstance(String sagaId, Supplier<T> factory) {
        AnnotatedSaga<T> saga = super.doCreateInstance(sagaId, factory);
        touched().add(saga);
        return saga;
    }

    private Touched touched() {
        return CurrentUnitOfWork.get().root().getOrComputeResource(key, k -> new Touched());
    }

    private static final class Touched {
        private final List<AnnotatedSaga<?>> sinceLastSearch = new ArrayList<>();
        private final Map<String, Set<AssociationValue>> known = new HashMap<>();
        private final Map<AssociationValue, Set<String>> byAssociation = new HashMap<>();

        void add(AnnotatedSaga<?> saga) {
            sinceLastSearch.add(saga);
        }

        Set<String> find(AssociationValue association) {
            sinceLastSearch.forEach(this::index);
            sinceLastSearch.clear();
            return byAssociation.getOrDefault(association, Set.of());
        }

        private void index(AnnotatedSaga<?> saga) {
            String id = saga.getSagaIdentifier();
            Set<AssociationValue> now =
                    new HashSet<>(saga.getAssociationValues().asSet());
            @Nullable Set<AssociationValue> before = known.put(id, now);
            if (!now.equals(before)) {
                if (before != null) {
                    before.forEach(value ->
                            byAssociation.getOrDefault(value, new HashSet<>()).remove(id));
                }
                now.forEach(value -> byAssociation
                        .computeIfAbsent(value, v -> new HashSet<>())
                        .add(id));
            }
        }
    }
}
