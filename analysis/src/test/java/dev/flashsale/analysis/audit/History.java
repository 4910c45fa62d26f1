package dev.flashsale.analysis.audit;

import dev.flashsale.analysis.ledger.StoredEvent;
import dev.flashsale.kernel.order.OrderEvent;
import dev.flashsale.kernel.sale.FlashSaleEvent;
import dev.flashsale.kernel.stock.StockEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A hand-made event store: appends payloads with dense sequence numbers, and lets a test spoil what was stored. */
public final class History {
    private final List<StoredEvent> events = new ArrayList<>();
    private final Map<String, Long> sequenceNumbers = new HashMap<>();

    public void append(Object payload, Instant timestamp) {
        String aggregateId = aggregateOf(payload);
        long sequenceNumber = sequenceNumbers.merge(aggregateId, 0L, (last, zero) -> last + 1);
        long index = events.size() + 1L;
        events.add(
                new StoredEvent(index, aggregateId, sequenceNumber, new UUID(7, index).toString(), timestamp, payload));
    }

    private static String aggregateOf(Object payload) {
        return switch (payload) {
            case FlashSaleEvent e -> e.saleId();
            case StockEvent e -> e.stockId();
            case OrderEvent e -> e.orderId();
            default -> "other";
        };
    }

    public List<StoredEvent> events() {
        return events;
    }

    /** Replaces the payload of the last event of this type. */
    <T> void spoil(Class<T> type, UnaryOperator<T> spoiler) {
        spoilRow(
                type,
                e -> new StoredEvent(
                        e.globalIndex(),
                        e.aggregateId(),
                        e.sequenceNumber(),
                        e.eventId(),
                        e.timestamp(),
                        spoiler.apply(type.cast(e.payload()))));
    }

    /** Replaces the last row with an event of this type. */
    void spoilRow(Class<?> type, UnaryOperator<StoredEvent> spoiler) {
        events.set(lastOf(type), spoiler.apply(events.get(lastOf(type))));
    }

    /** Removes the last event of this type, as if it had never been stored. */
    void lose(Class<?> type) {
        StoredEvent lost = events.remove(lastOf(type));
        for (int i = 0; i < events.size(); i++) {
            StoredEvent e = events.get(i);
            if (e.aggregateId().equals(lost.aggregateId()) && e.sequenceNumber() > lost.sequenceNumber()) {
                events.set(
                        i,
                        new StoredEvent(
                                e.globalIndex(),
                                e.aggregateId(),
                                e.sequenceNumber() - 1,
                                e.eventId(),
                                e.timestamp(),
                                e.payload()));
            }
        }
    }

    private int lastOf(Class<?> type) {
        for (int i = events.size() - 1; i >= 0; i--) {
            if (type.isInstance(events.get(i).payload())) {
                return i;
            }
        }
        throw new IllegalArgumentException("no " + type.getSimpleName());
    }

    public AuditReport audit(boolean quiescent) {
        Audit audit = new Audit(AuditOptions.of(quiescent));
        events.forEach(audit::accept);
        return audit.report();
    }
}
