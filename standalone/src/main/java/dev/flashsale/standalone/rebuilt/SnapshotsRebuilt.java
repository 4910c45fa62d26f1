package dev.flashsale.standalone.rebuilt;

import dev.flashsale.analysis.audit.Audit;
import dev.flashsale.analysis.audit.Invariant;
import dev.flashsale.analysis.store.EventLoader;
import dev.flashsale.analysis.store.EventSource;
import dev.flashsale.analysis.store.Span;
import dev.flashsale.analysis.store.StoredSnapshot;
import dev.flashsale.analysis.verify.Verification;
import dev.flashsale.command.stock.RememberedStock;
import dev.flashsale.kernel.stock.StockEvent;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** I-24: an aggregate's snapshot and the events after it make what all its events make, by the very same aggregate code. */
public final class SnapshotsRebuilt implements Verification.Further {
    @Override
    public void check(Audit audit, EventSource source) throws IOException {
        Optional<List<StoredSnapshot>> stored = source.snapshots();
        if (stored.isEmpty()) {
            audit.notLookedAt(Invariant.SNAPSHOTS_AGREE, "this source has no table of snapshots");
            return;
        }
        Map<String, SnapshotProof> proofs = new TreeMap<>();
        for (StoredSnapshot snapshot : stored.get()) {
            if (RememberedStock.reads(snapshot.type(), snapshot.revision())) {
                proofs.put(snapshot.aggregateId(), new SnapshotProof(snapshot));
            }
        }
        int passedOver = stored.get().size() - proofs.size();
        if (passedOver > 0) {
            audit.notLookedAt(
                    Invariant.SNAPSHOTS_AGREE, passedOver + " snapshots of another revision, which no service reads");
        }
        if (!proofs.isEmpty()) {
            replay(proofs, source);
            compare(proofs, audit);
        }
    }

    private static void replay(Map<String, SnapshotProof> proofs, EventSource source) throws IOException {
        EventLoader loader = new EventLoader();
        source.raw(Span.ALL, row -> {
            SnapshotProof proof = proofs.get(row.aggregateId());
            if (proof != null && loader.load(row).payload() instanceof StockEvent event) {
                proof.take(row.sequenceNumber(), row.globalIndex(), event);
            }
        });
    }

    private static void compare(Map<String, SnapshotProof> proofs, Audit audit) {
        Map<String, String> ones = new TreeMap<>();
        Map<String, String> others = new TreeMap<>();
        proofs.forEach((aggregateId, proof) -> {
            proof.conclude();
            String problem = proof.problem();
            audit.check(
                    Invariant.SNAPSHOTS_AGREE,
                    problem == null,
                    proof.problemAt(),
                    aggregateId,
                    () -> String.valueOf(problem));
            ones.put(aggregateId, Difference.hash(Map.of(aggregateId, proof.eventsMake())));
            others.put(aggregateId, Difference.hash(Map.of(aggregateId, proof.snapshotMakes())));
        });
        audit.compared(Difference.between(ones, others).hashes("snapshots", Invariant.SNAPSHOTS_AGREE, ones.size()));
    }
}
