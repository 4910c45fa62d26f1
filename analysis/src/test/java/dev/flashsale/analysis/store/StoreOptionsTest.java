package dev.flashsale.analysis.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.analysis.audit.Sales;
import dev.flashsale.analysis.audit.ToldSale;
import dev.flashsale.analysis.ledger.StoredEvent;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class StoreOptionsTest {
    private final StoredRows rows = StoredRows.empty();
    private final ToldSale sale = Sales.pens();
    private final StringWriter err = new StringWriter();
    private Collecting verb = new Collecting();

    @TempDir
    Path directory;

    @Command(name = "collect")
    private static final class Collecting extends StoreVerb {
        private final List<RawEvent> raw = new ArrayList<>();
        private final List<StoredEvent> events = new ArrayList<>();
        private Span span = Span.NONE;
        private boolean hasOrderRows;

        @Override
        protected int answer(EventSource source, PrintWriter out) throws IOException {
            span = source.span();
            source.raw(Span.ALL, raw::add);
            source.events(Span.upTo(2), events::add);
            hasOrderRows = source.orderRows().isPresent();
            return StoreOptions.CLEAN;
        }
    }

    @BeforeEach
    void aSale() {
        sale.buy("p1", "ann", "pen", "pen", 0);
        rows.store(sale.history().events());
    }

    @Test
    void aPostgresqlIsReadByItsUrl() {
        // when
        int code = run("--url", rows.url(), "--user", "postgres");

        // then
        assertThat(code).isZero();
        assertThat(verb.span).isEqualTo(new Span(1, 5));
        assertThat(verb.events).isEqualTo(sale.history().events().subList(0, 2));
        assertThat(verb.raw).hasSize(5).allSatisfy(event -> {
            assertThat(event.revision()).isEqualTo("1");
            assertThat(new String(event.metaData())).contains("traceId");
        });
        assertThat(verb.hasOrderRows).isTrue();
    }

    @Test
    void anExportedFileSaysTheSameAsTheStore() throws IOException {
        // given
        run("--url", rows.url(), "--user", "postgres");
        List<byte[]> lines = new ArrayList<>();
        for (RawEvent event : verb.raw) {
            lines.add(EventLine.write(event));
        }
        Path file = directory.resolve(ExportedFile.EVENTS);
        Files.write(file, lines.stream().map(String::new).toList());
        List<StoredEvent> fromStore = List.copyOf(verb.events);

        // when
        int code = run("--file", directory.toString());

        // then
        assertThat(code).isZero();
        assertThat(verb.span).isEqualTo(new Span(1, 5));
        assertThat(verb.events).isEqualTo(fromStore);
        assertThat(verb.hasOrderRows).isFalse();
    }

    @Test
    void aFileThatIsNoExportGivesTwoAndNamesTheLine() throws IOException {
        // given
        Path file = Files.writeString(directory.resolve("events.jsonl"), "{\"index\":1}\n");

        // when
        int code = run("--file", file.toString());

        // then
        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("events.jsonl", "line 1", "a field is missing");
    }

    @Test
    void aStoreThatIsNotThereGivesTwo() {
        assertThat(run("--url", "jdbc:postgresql://127.0.0.1:1/none")).isEqualTo(2);
        assertThat(run("--file", directory.resolve("none").toString())).isEqualTo(2);
        assertThat(run("--data", directory.toString())).isEqualTo(2);
        assertThat(err.toString())
                .contains("127.0.0.1:1/none cannot be read", "none cannot be read", "cannot open a data directory");
    }

    @Test
    void twoStoresAtOnceGiveTwo() {
        assertThat(run("--url", rows.url(), "--file", "x")).isEqualTo(2);
        assertThat(err.toString()).contains("Name one of");
    }

    private int run(String... arguments) {
        verb = new Collecting();
        return new CommandLine(verb).setErr(new PrintWriter(err, true)).execute(arguments);
    }
}
