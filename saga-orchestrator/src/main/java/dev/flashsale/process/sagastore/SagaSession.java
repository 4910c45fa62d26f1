package dev.flashsale.process.sagastore;

import dev.flashsale.process.sagastore.SagaChanges.Change;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.saga.AssociationValue;
import org.jspecify.annotations.Nullable;

/** One unit of work's view of the sagas of one type: what is remembered or stored, and its own changes on top of it. */
final class SagaSession {
    private final String sagaType;
    private final SagaTable table;
    private final HeldSagas held;
    private final Map<String, LiveSaga> read = new HashMap<>();
    private final SagaChanges changes = new SagaChanges();

    SagaSession(String sagaType, SagaTable table, HeldSagas held, UnitOfWork<?> root) {
        this.sagaType = sagaType;
        this.table = table;
        this.held = held;
        dropWhatIsOutdated();
        // the last thing before the transaction commits: from here on all other writers of this type wait
        root.onCommit(unit -> write(root));
    }

    private void dropWhatIsOutdated() {
        if (held.isHeld()) {
            held.commit.lock();
            try {
                if (!held.isHeldAt(table.epoch(sagaType))) {
                    held.forget();
                }
            } finally {
                held.commit.unlock();
            }
        }
    }

    Set<String> find(AssociationValue association) {
        Set<String> found = held.find(association);
        // another unit of work may find the memory outdated and drop it at any time
        while (found == null) {
            holdAll();
            found = held.find(association);
        }
        for (Map.Entry<String, Change> entry : changes.all().entrySet()) {
            LiveSaga after = entry.getValue().after();
            if (after != null && after.associations().contains(association)) {
                found.add(entry.getKey());
            } else {
                found.remove(entry.getKey());
            }
        }
        return found;
    }

    private void holdAll() {
        held.commit.lock();
        try {
            if (!held.isHeld()) {
                // the epoch first: what is committed in between makes the memory look older than it is, never newer
                long epoch = table.epoch(sagaType);
                held.hold(epoch, table.all(sagaType));
            }
        } finally {
            held.commit.unlock();
        }
    }

    /** With its content; null when there is no such saga, or no more. */
    @Nullable
    LiveSaga load(String sagaId) {
        Change change = changes.of(sagaId);
        return change == null ? stored(sagaId) : change.after();
    }

    private @Nullable LiveSaga stored(String sagaId) {
        LiveSaga known = read.get(sagaId);
        if (known == null) {
            HeldSagas.Memory memory = held.get(sagaId);
            known = memory.saga();
            // a node that only fires deadlines remembers nothing, and asks for single sagas
            boolean askTable = known == null ? !memory.isHeld() : known.content() == null;
            known = askTable ? table.one(sagaId) : known;
            if (known != null) {
                read.put(sagaId, known);
            }
        }
        return known;
    }

    void insert(String sagaId, LiveSaga saga) {
        changes.insert(sagaId, saga);
    }

    void update(String sagaId, LiveSaga saga) {
        LiveSaga before = load(sagaId);
        if (before == null) {
            return;
        }
        boolean isChanged = !Arrays.equals(before.content(), saga.content())
                || !before.associations().equals(saga.associations());
        if (isChanged) {
            changes.update(sagaId, before, saga);
        }
    }

    void delete(String sagaId) {
        LiveSaga before = load(sagaId);
        if (before != null) {
            changes.delete(sagaId, before);
        }
    }

    private void write(UnitOfWork<?> root) {
        if (!changes.all().isEmpty()) {
            held.commit.lock();
            root.onCleanup(unit -> held.commit.unlock());
            long epoch = table.write(sagaType, changes);
            root.afterCommit(unit -> held.apply(epoch, changes));
        }
    }
}
