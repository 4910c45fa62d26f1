package dev.flashsale.analysis.export;

import dev.flashsale.analysis.store.EventSource;
import dev.flashsale.analysis.store.Span;
import dev.flashsale.analysis.store.StoreOptions;
import dev.flashsale.analysis.store.StoreVerb;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code export}: the same bytes for the same events, whenever and wherever it runs. */
@Command(
        name = "export",
        description = {
            "Write a sale's events and tables into a new directory.",
            "The same events give the same bytes. A directory of --jsonl is what --file reads."
        })
public final class ExportVerb extends StoreVerb {
    @ArgGroup(multiplicity = "1")
    private Target target = new Target();

    /** One of the three. */
    private static final class Target {
        @Option(names = "--parquet", paramLabel = "DIR", description = "all tables as Parquet")
        private @Nullable Path parquet;

        @Option(names = "--csv", paramLabel = "DIR", description = "all tables as CSV")
        private @Nullable Path csv;

        @Option(
                names = "--jsonl",
                paramLabel = "DIR",
                description = "events and rows as they are stored, as JSON lines")
        private @Nullable Path jsonl;
    }

    @Option(names = "--to", paramLabel = "INDEX", description = "leave out what came after this event")
    private @Nullable Long to;

    @Override
    protected int answer(EventSource source, PrintWriter out) throws IOException {
        Span all = source.span();
        Span range = to == null ? all : all.within(Span.upTo(to));
        if (range.isEmpty()) {
            throw new IOException(source.name() + " has no events" + (to == null ? "" : " up to " + to));
        }
        // rows say how things stand now, not how they stood then
        EventSource asked = to == null ? source : new EventsOnly(source);
        ExportReport written = write(asked, range);
        out.println(written.line());
        return StoreOptions.CLEAN;
    }

    private ExportReport write(EventSource source, Span range) throws IOException {
        if (target.jsonl != null) {
            return JsonLinesExport.write(source, range, created(target.jsonl));
        }
        if (target.parquet != null) {
            return TablesExport.PARQUET.write(source, range, created(target.parquet));
        }
        if (target.csv != null) {
            return TablesExport.CSV.write(source, range, created(target.csv));
        }
        throw wrongOption("Name one of --parquet, --csv and --jsonl");
    }

    private static Path created(Path directory) throws IOException {
        Files.createDirectories(directory);
        try (Stream<Path> content = Files.list(directory)) {
            if (content.findAny().isPresent()) {
                throw new IOException(directory + " is not empty; name a new directory");
            }
        }
        return directory;
    }
}
