package dev.flashsale.analysis.verify;

import dev.flashsale.analysis.audit.Audit;
import dev.flashsale.analysis.audit.Invariant;
import dev.flashsale.analysis.store.EventSource;
import dev.flashsale.analysis.store.ProcessorPosition;
import java.io.IOException;
import java.time.Duration;

/** I-18 and I-28: processors have passed over no stored event, and know of none that the store does not have. */
final class Processors {
    /** The services' processors give up a gap after this. */
    private static final Duration GAP_TIMEOUT = Duration.ofSeconds(60);

    private Processors() {}

    static void check(EventSource source, Audit audit) throws IOException {
        for (ProcessorPosition position :
                source.processors(audit.lastTimestamp().minus(GAP_TIMEOUT))) {
            String name = position.processor() + " segment " + position.segment();
            boolean sawAll = position.missed().isEmpty();
            audit.check(
                    Invariant.EVERYTHING_SEEN,
                    sawAll,
                    sawAll ? audit.lastIndex() : position.missed().getFirst(),
                    name,
                    () -> "passed over stored events at " + position.missed());
            audit.check(
                    Invariant.NOT_AHEAD,
                    position.index() <= audit.lastIndex(),
                    audit.lastIndex(),
                    name,
                    () -> "took an event at " + position.index()
                            + ", which the store does not have: was an older backup restored?");
        }
    }
}
