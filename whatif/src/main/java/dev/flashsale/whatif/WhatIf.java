package dev.flashsale.whatif;

import dev.flashsale.analysis.audit.EdgeRefusals;
import dev.flashsale.analysis.store.EventSource;
import dev.flashsale.analysis.store.StoreVerb;
import dev.flashsale.kernel.attempt.Attempt;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code whatif}: what a sale would have come to under another policy, decided by the rules that decided it. */
@Command(
        name = "whatif",
        description =
                "Decide the recorded attempts again under another policy, by the very same rules, and say who gains"
                        + " and who loses. The policy as recorded is tried first: unless it gives the record itself,"
                        + " nothing is said. Exit codes: 0 nothing comes out otherwise, 1 something does, 2 could not"
                        + " run.")
public final class WhatIf extends StoreVerb {
    @Mixin
    private WhatIfOptions options = new WhatIfOptions();

    @Override
    protected int answer(EventSource source, PrintWriter out) throws IOException {
        try {
            Recordings recordings = new Recordings();
            source.events(recordings);
            Recording recording = options.recording(recordings);
            addTurnedAway(recording, source);
            return options.run(recording, out);
        } catch (IllegalArgumentException e) {
            throw wrongOption(String.valueOf(e.getMessage()));
        }
    }

    private static void addTurnedAway(Recording recording, EventSource source) throws IOException {
        List<Attempt> attempts = new ArrayList<>();
        Optional<EdgeRefusals> log = source.attempts(attempt -> {
            if (attempt.saleId().equals(recording.saleId())) {
                attempts.add(attempt);
            }
        });
        // nodes write side by side
        attempts.sort(Comparator.comparingLong(Attempt::atEpochMicros));
        attempts.forEach(recording::addTurnedAway);
        log.ifPresent(refusals -> recording.lost(refusals.dropped()));
    }
}
