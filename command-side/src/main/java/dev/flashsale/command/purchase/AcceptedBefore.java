package dev.flashsale.command.purchase;

import dev.flashsale.kernel.stock.StockId;
import dev.flashsale.kernel.stock.StockReserved;
import jakarta.annotation.PreDestroy;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Which purchases a stock accepted before this node began to listen, read from its history: after a restart, or where
 * another node decided. Read by a thread of its own, since shoppers wait for the intake's.
 */
@Component
class AcceptedBefore {
    private static final Logger LOG = LoggerFactory.getLogger(AcceptedBefore.class);

    private final EventStore events;
    private final Set<StockId> beingRead = ConcurrentHashMap.newKeySet();
    private final ExecutorService reader = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("edge-history").daemon().factory());

    AcceptedBefore(EventStore events) {
        this.events = events;
    }

    /** Whether the edge knows every purchase that this stock accepted; if not, it will soon. */
    boolean isKnownTo(SaleEdge edge, StockId stockId) {
        if (edge.isComplete(stockId)) {
            return true;
        }
        if (!reader.isShutdown() && beingRead.add(stockId)) {
            reader.execute(() -> read(edge, stockId));
        }
        return false;
    }

    private void read(SaleEdge edge, StockId stockId) {
        try {
            // from the first event on: a snapshot would hide them
            DomainEventStream history = events.readEvents(stockId.toString(), 0);
            while (history.hasNext()) {
                DomainEventMessage<?> message = history.next();
                if (StockReserved.class.equals(message.getPayloadType())) {
                    edge.remember(((StockReserved) message.getPayload()).purchaseId());
                }
            }
            edge.knowsAllOf(stockId);
        } catch (RuntimeException e) {
            LOG.warn("The history of {} could not be read; its latch stays open", stockId, e);
        } finally {
            beingRead.remove(stockId);
        }
    }

    @PreDestroy
    void stop() {
        reader.shutdownNow();
    }
}
