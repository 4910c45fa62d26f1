package dev.flashsale.analysis.report;

import dev.flashsale.analysis.store.EventSource;
import dev.flashsale.analysis.store.StoreOptions;
import dev.flashsale.analysis.store.StoreVerb;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code report}: one page about a sale, for people. */
@Command(
        name = "report",
        description =
                "Write one self-contained page about a sale: what happened, was it right, was it fair. The same events"
                        + " and refusals make the same page, byte for byte. Exit codes: 0 clean, 1 a rule was broken, 2 could not run.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class ReportCommand extends StoreVerb {
    @Option(names = "--html", paramLabel = "FILE", required = true, description = "where the page is written")
    private Path html;

    @Option(names = "--sale", paramLabel = "ID", description = "tell about this sale only (default: all of the store)")
    private @Nullable String saleId;

    @Option(
            names = "--quiescent",
            description = "the sale is over and nothing is in flight: also check that nothing is left open")
    private boolean quiescent;

    @Override
    protected int answer(EventSource source, PrintWriter out) throws IOException {
        Story story = new Story(quiescent);
        source.events(story::accept);
        source.attempts(story::refusedAtTheEdge).ifPresent(story::edge);
        List<SaleStory> sales = chosen(story, source);
        Page page = Page.of(story, sales, madeBy());
        Files.writeString(html, page.html());
        out.printf("%s%n%s: %,d bytes%n", page.verdict(), html, Files.size(html));
        return page.holds() ? StoreOptions.CLEAN : StoreOptions.DIFFERENCES;
    }

    private List<SaleStory> chosen(Story story, EventSource source) throws IOException {
        if (saleId == null) {
            if (story.sales().isEmpty()) {
                throw new IOException(source.name() + " holds no sale");
            }
            return List.copyOf(story.sales().values());
        }
        SaleStory sale = story.sales().get(saleId);
        if (sale == null) {
            throw new IOException("there is no sale " + saleId + "; there are "
                    + String.join(", ", story.sales().keySet()));
        }
        return List.of(sale);
    }

    // neither the store's place nor the file's: the page is about the events, wherever they are
    private String madeBy() {
        return "report --html FILE" + (saleId == null ? "" : " --sale " + saleId) + (quiescent ? " --quiescent" : "");
    }
}
