package dev.flashsale.process.sagastore;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.AssociationValues;
import org.axonframework.modelling.saga.SagaStorageException;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/**
 * Keeps live sagas in memory and writes the changes of a unit of work together, in its transaction. Sagas are found
 * without asking the database; what is remembered is checked against the database once per unit of work, so that it
 * survives neither a restart nor another node's writing. Correct for any number of nodes and segments; fast where one node
 * handles all segments of a saga type.
 */
public final class LiveSagaStore implements SagaStore<Object> {
    private final SagaTable table;
    private final TransactionManager transactions;
    private final Serializer serializer;
    private final int mostContents;
    private final Map<String, HeldSagas> held = new ConcurrentHashMap<>();

    /**
     * @param connections must hand out the current transaction's connection
     * @param mostContents most saga contents remembered per type; of sagas beyond that only what finds them is remembered
     */
    public LiveSagaStore(
            ConnectionProvider connections, TransactionManager transactions, Serializer serializer, int mostContents) {
        this.table = new SagaTable(connections);
        this.transactions = transactions;
        this.serializer = serializer;
        this.mostContents = mostContents;
    }

    /** Frees the memory, for example because another node has taken over. What is needed is read again. */
    public void forget() {
        held.values().forEach(HeldSagas::forget);
    }

    @Override
    public Set<String> findSagas(Class<?> sagaType, AssociationValue association) {
        return inSession(sagaType, session -> new TreeSet<>(session.find(association)));
    }

    @Override
    @SuppressWarnings("NullAway") // Axon's signature: no saga is null
    public <S> Entry<S> loadSaga(Class<S> sagaType, String sagaId) {
        LiveSaga stored = inSession(sagaType, session -> session.load(sagaId));
        return stored == null ? null : entry(sagaType, stored);
    }

    private <S> Entry<S> entry(Class<S> sagaType, LiveSaga stored) {
        S saga = serializer.deserialize(
                new SimpleSerializedObject<>(stored.content(), byte[].class, typeName(sagaType), stored.revision()));
        return new StoredEntry<>(new HashSet<>(stored.associations()), saga);
    }

    @Override
    public void insertSaga(Class<?> sagaType, String sagaId, Object saga, Set<AssociationValue> associations) {
        change(sagaType, session -> session.insert(sagaId, serialized(saga, associations)));
    }

    @Override
    public void updateSaga(Class<?> sagaType, String sagaId, Object saga, AssociationValues associations) {
        change(sagaType, session -> session.update(sagaId, serialized(saga, associations.asSet())));
    }

    @Override
    public void deleteSaga(Class<?> sagaType, String sagaId, Set<AssociationValue> associations) {
        change(sagaType, session -> session.delete(sagaId));
    }

    HeldSagas held(Class<?> sagaType) {
        return held.computeIfAbsent(typeName(sagaType), type -> new HeldSagas(mostContents));
    }

    private LiveSaga serialized(Object saga, Set<AssociationValue> associations) {
        SerializedObject<byte[]> content = serializer.serialize(saga, byte[].class);
        return new LiveSaga(content.getType().getRevision(), content.getData(), Set.copyOf(associations), 0);
    }

    private String typeName(Class<?> sagaType) {
        return serializer.typeForClass(sagaType).getName();
    }

    private void change(Class<?> sagaType, Consumer<SagaSession> change) {
        Object unused = inSession(sagaType, session -> {
            change.accept(session);
            return sagaType;
        });
    }

    private <R extends @Nullable Object> R inSession(Class<?> sagaType, Function<SagaSession, R> work) {
        if (CurrentUnitOfWork.isStarted()) {
            return work.apply(session(sagaType, CurrentUnitOfWork.get().root()));
        }
        UnitOfWork<Message<?>> unit = new DefaultUnitOfWork<>(null);
        unit.start();
        unit.attachTransaction(transactions);
        ResultMessage<R> result = unit.executeWithResult(() -> work.apply(session(sagaType, unit)));
        if (result.isExceptional()) {
            throw new SagaStorageException("Live sagas could not be read or written", result.exceptionResult());
        }
        return result.getPayload();
    }

    private SagaSession session(Class<?> sagaType, UnitOfWork<?> root) {
        String type = typeName(sagaType);
        String key = "live sagas of " + type;
        SagaSession known = root.getResource(key);
        if (known == null) {
            // not while the resources compute it: its first query makes the connection one of them
            known = new SagaSession(type, table, held(sagaType), root);
            root.resources().put(key, known);
        }
        return known;
    }

    private record StoredEntry<S>(Set<AssociationValue> associationValues, S saga) implements Entry<S> {}
}
