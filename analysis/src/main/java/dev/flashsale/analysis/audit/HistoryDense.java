package dev.flashsale.analysis.audit;

import dev.flashsale.analysis.ledger.Ledger;
import dev.flashsale.analysis.ledger.StoredEvent;
import dev.flashsale.analysis.ledger.Unreadable;
import dev.flashsale.kernel.block.BlockEvent;
import dev.flashsale.kernel.order.OrderEvent;
import dev.flashsale.kernel.sale.FlashSaleEvent;
import dev.flashsale.kernel.stock.StockEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** I-13. An audit that forgets takes the first event that it sees of an aggregate as it is. */
final class HistoryDense implements Rule {
    private final Recent<Object> eventIds = new Recent<>();
    private Map<String, Long> lastSequenceNumbers = new HashMap<>();
    private Map<String, Long> before = Map.of();
    private boolean forgetful;
    private long lastIndex = Long.MIN_VALUE;

    @Override
    public void before(Ledger ledger, StoredEvent event, Findings findings) {
        long expected = expected(event);
        lastSequenceNumbers.put(event.aggregateId(), event.sequenceNumber());
        long previous = lastIndex;
        lastIndex = event.globalIndex();
        expect(
                event.sequenceNumber() == expected,
                () -> "sequence number " + event.sequenceNumber() + " where " + expected + " was due",
                event,
                findings);
        expect(eventIds.add(compact(event.eventId())), () -> "event id comes twice", event, findings);
        expect(event.globalIndex() > previous, () -> "global index does not grow", event, findings);
        expect(isAtHome(event), () -> "the event is about something else", event, findings);
    }

    private long expected(StoredEvent event) {
        Long last = lastSequenceNumbers.get(event.aggregateId());
        if (last == null) {
            last = before.get(event.aggregateId());
        }
        if (last != null) {
            return last + 1;
        }
        return forgetful ? event.sequenceNumber() : 0;
    }

    @Override
    public void forget() {
        eventIds.forget();
        before = lastSequenceNumbers;
        lastSequenceNumbers = new HashMap<>();
        forgetful = true;
    }

    private static void expect(boolean holds, Supplier<String> detail, StoredEvent event, Findings findings) {
        findings.check(Invariant.HISTORY_DENSE, holds, event.globalIndex(), event.aggregateId(), detail);
    }

    /** Half the memory of its text, which counts when there are millions. */
    private static Object compact(String eventId) {
        try {
            return UUID.fromString(eventId);
        } catch (IllegalArgumentException e) {
            return eventId;
        }
    }

    private static boolean isAtHome(StoredEvent event) {
        return switch (event.payload()) {
            case FlashSaleEvent e -> e.saleId().equals(event.aggregateId());
            case StockEvent e -> e.stockId().equals(event.aggregateId());
            case OrderEvent e -> e.orderId().equals(event.aggregateId());
            case BlockEvent e -> e.blockId().equals(event.aggregateId());
            default -> event.payload() instanceof Unreadable;
        };
    }
}
