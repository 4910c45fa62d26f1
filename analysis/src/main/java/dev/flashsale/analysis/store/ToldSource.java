package dev.flashsale.analysis.store;

import dev.flashsale.analysis.audit.EdgeRefusals;
import dev.flashsale.analysis.audit.LiveProcesses;
import dev.flashsale.analysis.audit.OrderRow;
import dev.flashsale.kernel.attempt.Attempt;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A source whose long reads say how far they have come. */
record ToldSource(EventSource source, PrintWriter err) implements EventSource {
    @Override
    public String name() {
        return source.name();
    }

    @Override
    public Span span() throws IOException {
        return source.span();
    }

    @Override
    public void raw(Span range, Consumer<RawEvent> reader) throws IOException {
        ReadProgress progress = new ReadProgress(range.within(source.span()), err, System::nanoTime);
        source.raw(range, event -> {
            reader.accept(event);
            progress.at(event.globalIndex());
        });
    }

    @Override
    public Optional<List<OrderRow>> orderRows() throws IOException {
        return source.orderRows();
    }

    @Override
    public Optional<List<PaymentRow>> payments() throws IOException {
        return source.payments();
    }

    @Override
    public Optional<EdgeRefusals> attempts(Consumer<Attempt> reader) throws IOException {
        return source.attempts(reader);
    }

    @Override
    public List<ProcessorPosition> processors(Instant storedBefore) throws IOException {
        return source.processors(storedBefore);
    }

    @Override
    public Optional<LiveProcesses> processes() throws IOException {
        return source.processes();
    }

    @Override
    public Optional<List<StoredSnapshot>> snapshots() throws IOException {
        return source.snapshots();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
