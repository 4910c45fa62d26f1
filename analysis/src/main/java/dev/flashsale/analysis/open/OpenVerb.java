package dev.flashsale.analysis.open;

import dev.flashsale.analysis.store.EventSource;
import dev.flashsale.analysis.store.Span;
import dev.flashsale.analysis.store.StoreOptions;
import dev.flashsale.analysis.store.StoreVerb;
import dev.flashsale.analysis.text.JsonText;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code open}: what a store holds. Exit code 1 when one of the product's own events does not load. */
@Command(
        name = "open",
        description = "Say what an event store holds: range, sales, event types, what does not load, clock skew.")
public final class OpenVerb extends StoreVerb {
    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Override
    protected int answer(EventSource source, PrintWriter out) throws IOException {
        OverviewReader reader = new OverviewReader();
        source.raw(Span.ALL, reader::take);
        Overview overview = reader.overview(source.name());
        if (json) {
            out.println(JsonText.of(overview));
        } else {
            OverviewText.print(overview, out);
        }
        return overview.unreadable().isEmpty() ? StoreOptions.CLEAN : StoreOptions.DIFFERENCES;
    }
}
