package dev.flashsale.analysis.verify;

import dev.flashsale.analysis.audit.Audit;
import dev.flashsale.analysis.audit.Invariant;
import dev.flashsale.analysis.audit.LiveProcesses;
import dev.flashsale.analysis.store.EventSource;
import dev.flashsale.analysis.store.ProcessorPosition;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** I-20: the stored processes of purchases, as far as their processor has come, are those that the events ask for. */
final class Processes {
    private static final String PURCHASES = "Process_Purchase";
    /** By which the clocks of writers may differ: an event passed over counts, however young it is. */
    private static final Duration SKEW = Duration.ofDays(1);

    private Processes() {}

    static void check(EventSource source, Audit audit) throws IOException {
        Optional<LiveProcesses> live = source.processes();
        OptionalLong takenUpTo = live.isEmpty() ? OptionalLong.empty() : takenUpTo(source, audit);
        if (live.isEmpty()) {
            audit.notLookedAt(Invariant.PROCESSES_FOLLOW, "this source has no tables of processes and deadlines");
        } else if (takenUpTo.isEmpty()) {
            audit.notLookedAt(Invariant.PROCESSES_FOLLOW, "nothing says how far " + PURCHASES + " has come");
        } else {
            audit.processes(live.get(), takenUpTo.getAsLong());
        }
    }

    private static OptionalLong takenUpTo(EventSource source, Audit audit) throws IOException {
        return source.processors(audit.lastTimestamp().plus(SKEW)).stream()
                .filter(position -> position.processor().equals(PURCHASES))
                .mapToLong(Processes::takenUpTo)
                .min();
    }

    private static long takenUpTo(ProcessorPosition position) {
        return position.missed().isEmpty()
                ? position.index()
                : position.missed().getFirst() - 1;
    }
}
