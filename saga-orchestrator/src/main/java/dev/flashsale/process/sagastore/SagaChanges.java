package dev.flashsale.process.sagastore;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one unit of work does to the sagas of one type, each with its last state only. */
final class SagaChanges {
    /**
     * A changed saga.
     *
     * @param before as it is stored; null when it is new
     * @param after as it will be; null when it ends
     */
    record Change(@Nullable LiveSaga before, @Nullable LiveSaga after) {}

    private final Map<String, Change> byId = new LinkedHashMap<>();

    void insert(String sagaId, LiveSaga saga) {
        Change earlier = byId.get(sagaId);
        byId.put(sagaId, new Change(earlier == null ? null : earlier.before(), saga));
    }

    void update(String sagaId, LiveSaga stored, LiveSaga saga) {
        Change earlier = byId.get(sagaId);
        byId.put(sagaId, new Change(earlier == null ? stored : earlier.before(), saga));
    }

    void delete(String sagaId, LiveSaga stored) {
        Change earlier = byId.get(sagaId);
        LiveSaga before = earlier == null ? stored : earlier.before();
        if (before == null) {
            byId.remove(sagaId);
        } else {
            byId.put(sagaId, new Change(before, null));
        }
    }

    @Nullable
    Change of(String sagaId) {
        return byId.get(sagaId);
    }

    Map<String, Change> all() {
        return byId;
    }
}
