package dev.flashsale.standalone.rebuilt;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.flashsale.analysis.audit.OrderRow;
import dev.flashsale.analysis.store.EventSource;
import dev.flashsale.analysis.store.PaymentRow;
import dev.flashsale.analysis.store.RawEvent;
import dev.flashsale.analysis.store.Span;
import dev.flashsale.analysis.store.StoredSnapshot;
import dev.flashsale.command.stock.RememberedStock;
import dev.flashsale.kernel.stock.StockAdded;
import dev.flashsale.kernel.stock.StockAllocated;
import dev.flashsale.kernel.stock.StockEvent;
import dev.flashsale.platform.axon.Serialization;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A store with one bucket of pens, filled with ten and given one more eight times; its events are at 1 to 9. */
final class StoredStock implements EventSource {
    static final String STOCK = "sale-1:pen:0";
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final List<StockEvent> events = new ArrayList<>();
    private @Nullable List<StoredSnapshot> snapshots = new ArrayList<>();

    StoredStock() {
        events.add(new StockAllocated(
                STOCK, "sale-1", "pen", 0, 10, "EUR", NOON, NOON.plus(Duration.ofHours(1)), 60_000, List.of(), NOON));
        for (int i = 1; i <= 8; i++) {
            events.add(new StockAdded(STOCK, "sale-1", "pen", 0, "addition-" + i, 1, 10 + i, NOON));
        }
    }

    /** A snapshot as the service would store it after this event, and as it is then changed. */
    StoredStock snapshot(int sequenceNumber, UnaryOperator<String> change) {
        RememberedStock stock = RememberedStock.empty();
        events.subList(0, Math.min(events.size(), sequenceNumber + 1)).forEach(stock::evolve);
        return add(sequenceNumber, "1", change.apply(stock.stored().toString()));
    }

    StoredStock add(int sequenceNumber, String revision, String json) {
        if (snapshots != null) {
            snapshots.add(new StoredSnapshot(
                    STOCK,
                    sequenceNumber,
                    "dev.flashsale.command.stock.Stock",
                    revision,
                    json.getBytes(StandardCharsets.UTF_8)));
        }
        return this;
    }

    StoredStock withoutTheTable() {
        snapshots = null;
        return this;
    }

    @Override
    public String name() {
        return "a stock";
    }

    @Override
    public Span span() {
        return new Span(1, events.size());
    }

    @Override
    public void raw(Span range, Consumer<RawEvent> reader) throws JsonProcessingException {
        for (int i = 0; i < events.size(); i++) {
            StockEvent event = events.get(i);
            reader.accept(new RawEvent(
                    i + 1L,
                    NOON,
                    event.getClass().getName(),
                    null,
                    "Stock",
                    STOCK,
                    i,
                    "event-" + i,
                    Serialization.storedJson().writeValueAsBytes(event),
                    new byte[0]));
        }
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
    public Optional<List<StoredSnapshot>> snapshots() {
        return Optional.ofNullable(snapshots);
    }

    @Override
    public void close() {}
}
