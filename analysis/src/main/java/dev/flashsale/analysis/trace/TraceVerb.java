package dev.flashsale.analysis.trace;

import dev.flashsale.analysis.store.EventSource;
import dev.flashsale.analysis.store.StoreOptions;
import dev.flashsale.analysis.store.StoreVerb;
import dev.flashsale.analysis.text.JsonText;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code trace}: one purchase, or all of one shopper, as a tree of commands and events with the time between them. */
@Command(
        name = "trace",
        description = "Tell a purchase, or all of a shopper, step by step: command, events, what the read side shows.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class TraceVerb extends StoreVerb {
    @Parameters(paramLabel = "ID", description = "a purchaseId, which is the orderId too, or a userId")
    private String id;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Override
    protected int answer(EventSource source, PrintWriter out) throws IOException {
        Trace trace = new Tracer(source, id)
                .trace()
                .orElseThrow(() -> new IOException("nothing in " + source.name() + " is called " + id));
        if (json) {
            out.println(JsonText.of(trace));
        } else {
            TraceText.print(trace, out);
        }
        return StoreOptions.CLEAN;
    }
}
