package dev.flashsale.standalone.rebuilt;

import dev.flashsale.analysis.store.StoredSnapshot;
import dev.flashsale.command.stock.RememberedStock;
import dev.flashsale.kernel.stock.StockEvent;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One stock twice: as all its events make it, and as its snapshot and the events after it do. */
final class SnapshotProof {
    private final StoredSnapshot snapshot;
    private final RememberedStock fromEvents = RememberedStock.empty();
    private final @Nullable RememberedStock fromSnapshot;
    private long lastSequenceNumber = -1;
    private long lastIndex;
    private long problemAt;
    private @Nullable String problem;

    SnapshotProof(StoredSnapshot snapshot) {
        this.snapshot = snapshot;
        RememberedStock read = null;
        try {
            read = RememberedStock.read(snapshot.payload());
        } catch (IOException e) {
            problem = "its snapshot at sequence number " + snapshot.sequenceNumber() + " cannot be read: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        }
        fromSnapshot = read;
    }

    void take(long sequenceNumber, long globalIndex, StockEvent event) {
        fromEvents.evolve(event);
        lastSequenceNumber = sequenceNumber;
        lastIndex = globalIndex;
        if (fromSnapshot != null && sequenceNumber > snapshot.sequenceNumber()) {
            fromSnapshot.evolve(event);
        }
        if (sequenceNumber == snapshot.sequenceNumber()) {
            compare("the snapshot");
        }
    }

    /** After the last event. */
    void conclude() {
        if (lastSequenceNumber < snapshot.sequenceNumber() && problem == null) {
            problem = "its snapshot is of sequence number " + snapshot.sequenceNumber() + ", its events end with "
                    + lastSequenceNumber;
            problemAt = lastIndex;
        }
        compare("the snapshot and its tail");
    }

    private void compare(String what) {
        if (fromSnapshot != null && problem == null) {
            FirstDifference.between(fromEvents.stored(), fromSnapshot.stored()).ifPresent(difference -> {
                problem = "at sequence number " + lastSequenceNumber + " its events make " + difference.field() + " "
                        + difference.one() + ", " + what + " " + difference.other();
                problemAt = lastIndex;
            });
        }
    }

    /** What is wrong, in one sentence; absent when both are the same. */
    @Nullable
    String problem() {
        return problem;
    }

    /** Position of the event at which it showed. */
    long problemAt() {
        return problemAt == 0 ? lastIndex : problemAt;
    }

    String eventsMake() {
        return fromEvents.stored().toString();
    }

    String snapshotMakes() {
        return fromSnapshot == null ? "" : fromSnapshot.stored().toString();
    }
}
