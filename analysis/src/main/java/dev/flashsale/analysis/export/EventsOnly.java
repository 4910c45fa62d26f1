package dev.flashsale.analysis.export;

import dev.flashsale.analysis.audit.OrderRow;
import dev.flashsale.analysis.store.EventSource;
import dev.flashsale.analysis.store.PaymentRow;
import dev.flashsale.analysis.store.RawEvent;
import dev.flashsale.analysis.store.Span;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The events of a source without the rows beside them. */
record EventsOnly(EventSource source) implements EventSource {
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
        source.raw(range, reader);
    }

    @Override
    public Optional<List<OrderRow>> orderRows() {
        return Optional.empty();
    }

    @Override
    public Optional<List<PaymentRow>> payments() {
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
