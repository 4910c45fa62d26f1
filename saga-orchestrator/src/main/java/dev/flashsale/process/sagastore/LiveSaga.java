package dev.flashsale.process.sagastore;

import java.util.Set;
import org.axonframework.modelling.saga.AssociationValue;
import org.jspecify.annotations.Nullable;

/**
 * A saga as it is stored.
 *
 * @param content null when memory holds as many contents as it may; the row then has it
 * @param version the epoch that wrote it
 */
record LiveSaga(
        @Nullable String revision, byte @Nullable [] content, Set<AssociationValue> associations, long version) {
    LiveSaga withoutContent() {
        return new LiveSaga(revision, null, associations, version);
    }

    LiveSaga at(long epoch) {
        return new LiveSaga(revision, content, associations, epoch);
    }
}
