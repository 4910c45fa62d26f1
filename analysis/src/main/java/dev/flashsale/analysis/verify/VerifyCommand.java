package dev.flashsale.analysis.verify;

import dev.flashsale.analysis.store.EventSource;
import dev.flashsale.analysis.store.StoreVerb;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code verify}: exit code 0 when every invariant held, 1 when one did not, 2 when the store could not be read. */
@Command(
        name = "verify",
        description =
                "Prove from the event store that every rule held at every event. Exit codes: 0 clean, 1 a rule was"
                        + " broken, 2 could not run.")
public class VerifyCommand extends StoreVerb {
    @Mixin
    private VerifyOptions options = new VerifyOptions();

    @Override
    protected final int answer(EventSource source, PrintWriter out) throws IOException {
        return options.run(source, out, further());
    }

    /** What to check besides; nothing, unless a program that knows more says so. */
    protected List<? extends Verification.Further> further() throws IOException {
        return List.of();
    }
}
