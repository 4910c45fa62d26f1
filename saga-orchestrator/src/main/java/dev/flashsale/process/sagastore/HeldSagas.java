package dev.flashsale.process.sagastore;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.modelling.saga.AssociationValue;
import org.jspecify.annotations.Nullable;

/**
 * The live sagas of one type, as this JVM remembers them. What is remembered belongs to one epoch; it counts only as long
 * as the database is in the same one.
 */
final class HeldSagas {
    private static final long NOTHING_IS_HELD = -1;

    /** Held from the write until the end of its transaction: whoever compares epochs then sees both sides changed or none. */
    final ReentrantLock commit = new ReentrantLock();

    private final int mostContents;
    private final Map<String, LiveSaga> sagas = new HashMap<>();
    private final Map<AssociationValue, Set<String>> byAssociation = new HashMap<>();
    private final LinkedHashSet<String> withContent = new LinkedHashSet<>();
    private long epoch = NOTHING_IS_HELD;

    HeldSagas(int mostContents) {
        this.mostContents = mostContents;
    }

    synchronized boolean isHeld() {
        return epoch != NOTHING_IS_HELD;
    }

    synchronized boolean isHeldAt(long currentEpoch) {
        return epoch == currentEpoch;
    }

    /**
     * What is remembered of a saga.
     *
     * @param isHeld false when nothing is remembered at all; otherwise a saga that is missing does not live
     */
    record Memory(boolean isHeld, @Nullable LiveSaga saga) {}

    synchronized Memory get(String sagaId) {
        return new Memory(isHeld(), sagas.get(sagaId));
    }

    /** Null when nothing is remembered at all. */
    synchronized @Nullable Set<String> find(AssociationValue association) {
        return isHeld() ? new HashSet<>(byAssociation.getOrDefault(association, Set.of())) : null;
    }

    synchronized int contents() {
        return withContent.size();
    }

    synchronized int size() {
        return sagas.size();
    }

    synchronized void forget() {
        sagas.clear();
        byAssociation.clear();
        withContent.clear();
        epoch = NOTHING_IS_HELD;
    }

    /** Starts to remember: the table as it is, or newer than, at that epoch. */
    synchronized void hold(long tableEpoch, Map<String, LiveSaga> table) {
        forget();
        table.forEach(this::put);
        epoch = tableEpoch;
    }

    /** Takes over what was committed as the given epoch. */
    synchronized void apply(long newEpoch, SagaChanges changes) {
        if (epoch != newEpoch - 1) {
            forget();
            return;
        }
        changes.all().forEach((id, change) -> {
            remove(id);
            if (change.after() != null) {
                put(id, change.after().at(newEpoch));
            }
        });
        epoch = newEpoch;
    }

    private void put(String sagaId, LiveSaga saga) {
        sagas.put(sagaId, saga);
        // nearly every association leads to one saga, for which the small immutable set is enough
        saga.associations().forEach(value -> byAssociation.merge(value, Set.of(sagaId), HeldSagas::union));
        if (saga.content() != null) {
            withContent.add(sagaId);
        }
        if (withContent.size() > mostContents) {
            Iterator<String> oldest = withContent.iterator();
            String id = oldest.next();
            oldest.remove();
            sagas.put(id, Objects.requireNonNull(sagas.get(id)).withoutContent());
        }
    }

    private void remove(String sagaId) {
        LiveSaga known = sagas.remove(sagaId);
        if (known != null) {
            withContent.remove(sagaId);
            known.associations()
                    .forEach(value -> byAssociation.computeIfPresent(value, (v, ids) -> without(ids, sagaId)));
        }
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    private static @Nullable Set<String> without(Set<String> ids, String sagaId) {
        Set<String> left = new HashSet<>(ids);
        left.remove(sagaId);
        return left.isEmpty() ? null : left;
    }
}
