package dev.flashsale.analysis.asof;

import dev.flashsale.analysis.store.EventLoader;
import dev.flashsale.analysis.store.EventSource;
import dev.flashsale.analysis.store.Span;
import dev.flashsale.analysis.store.StoreOptions;
import dev.flashsale.analysis.store.StoreVerb;
import dev.flashsale.analysis.text.JsonText;
import dev.flashsale.kernel.attempt.Attempt;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code asof}: how the sales stood after a certain event, and what had changed by another. */
@Command(
        name = "asof",
        description = {
            "Say how a sale stood at a moment, or what changed from that moment to another.",
            "A moment is " + When.FORMS + "."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class AsOfVerb extends StoreVerb {
    @Parameters(paramLabel = "MOMENT", description = "events stored at this very moment are included")
    private String moment;

    @Option(names = "--diff", paramLabel = "MOMENT", description = "say what changed until then")
    private @Nullable String until;

    @Option(names = "--sale", paramLabel = "ID", description = "only this sale")
    private @Nullable String saleId;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "how many events --diff lists (default: ${DEFAULT-VALUE})")
    private int limit;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Override
    protected int answer(EventSource source, PrintWriter out) throws IOException {
        When first = when(moment);
        When second = until == null ? first : when(until);
        Timeline timeline = Timeline.of(source);
        if (saleId != null) {
            timeline.sale(saleId);
        }
        Cut from = timeline.cut(first, saleId);
        Cut to = timeline.cut(second, saleId);
        if (to.index() < from.index()) {
            throw new IOException(
                    "--diff names event %d, which is before event %d".formatted(to.index(), from.index()));
        }
        StateReader reader = new StateReader(edge(source));
        source.events(Span.upTo(from.index()), reader::take);
        List<SaleState> before = asked(reader.states(from.timestamp()));
        if (until == null) {
            printState(from, before, out);
        } else {
            Between between = new Between(limit);
            EventLoader loader = new EventLoader();
            source.raw(new Span(from.index() + 1, to.index()), event -> {
                between.take(event);
                reader.take(loader.load(event));
            });
            printDifference(from, to, before, asked(reader.states(to.timestamp())), between, out);
        }
        return StoreOptions.CLEAN;
    }

    private static When when(String text) throws IOException {
        try {
            return When.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static @Nullable List<Attempt> edge(EventSource source) throws IOException {
        List<Attempt> attempts = new ArrayList<>();
        return source.attempts(attempts::add).isPresent() ? attempts : null;
    }

    private List<SaleState> asked(List<SaleState> all) {
        return all.stream()
                .filter(sale -> saleId == null || sale.saleId().equals(saleId))
                .toList();
    }

    private void printState(Cut cut, List<SaleState> states, PrintWriter out) {
        if (json) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("asOf", cut);
            answer.put("sales", states);
            out.println(JsonText.of(answer));
            return;
        }
        StateText.cut("As of", cut, out);
        states.forEach(state -> StateText.state(state, out));
    }

    private void printDifference(
            Cut from, Cut to, List<SaleState> before, List<SaleState> after, Between between, PrintWriter out) {
        if (json) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("from", from);
            answer.put("to", to);
            answer.put("before", before);
            answer.put("after", after);
            answer.put("eventsBetween", between.counts());
            answer.put("listed", between.listed());
            out.println(JsonText.of(answer));
            return;
        }
        StateText.cut("From", from, out);
        StateText.cut("To", to, out);
        Map<String, SaleState> old = new LinkedHashMap<>();
        before.forEach(state -> old.put(state.saleId(), state));
        for (SaleState state : after) {
            SaleState was = old.get(state.saleId());
            if (was == null) {
                StateText.state(state, out);
            } else {
                StateText.difference(was, state, out);
            }
        }
        between.print(out);
    }
}
