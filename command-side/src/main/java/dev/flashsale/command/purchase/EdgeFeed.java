package dev.flashsale.command.purchase;

import dev.flashsale.kernel.stock.StockEvent;
import jakarta.annotation.PostConstruct;
import java.util.List;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/**
 * Tells the edges what this node's stocks decide, before it is stored: a unit that came back is for sale at the edge no later
 * than anywhere else.
 */
@Component
class EdgeFeed {
    private final EventStore events;
    private final SaleEdges edges;

    EdgeFeed(EventStore events, SaleEdges edges) {
        this.events = events;
        this.edges = edges;
    }

    @PostConstruct
    void listen() {
        // subscribers would hear of it only after it was appended
        var unused = events.registerDispatchInterceptor(this::hear);
    }

    private BiFunction<Integer, EventMessage<?>, EventMessage<?>> hear(List<? extends EventMessage<?>> messages) {
        for (EventMessage<?> message : messages) {
            if (message.getPayload() instanceof StockEvent event) {
                edges.hear(event);
            }
        }
        return (index, message) -> message;
    }
}
