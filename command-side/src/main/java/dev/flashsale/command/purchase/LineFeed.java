package dev.flashsale.command.purchase;

import dev.flashsale.kernel.stock.StockEvent;
import jakarta.annotation.PostConstruct;
import java.util.List;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.stereotype.Component;

/**
 * Tells the lines what this node's stocks decided, once it is stored and before the next decision of the same stock: a
 * decision that is lost must not leave anybody with fewer units to hope for.
 */
@Component
class LineFeed {
    private final EventStore events;
    private final ItemLines lines;

    LineFeed(EventStore events, ItemLines lines) {
        this.events = events;
        this.lines = lines;
    }

    @PostConstruct
    void listen() {
        var unused = events.registerDispatchInterceptor(this::hear);
    }

    private BiFunction<Integer, EventMessage<?>, EventMessage<?>> hear(List<? extends EventMessage<?>> messages) {
        if (messages.stream().anyMatch(message -> message.getPayload() instanceof StockEvent)) {
            if (CurrentUnitOfWork.isStarted()) {
                CurrentUnitOfWork.get().root().afterCommit(unit -> tell(messages));
            } else {
                tell(messages);
            }
        }
        return (index, message) -> message;
    }

    private void tell(List<? extends EventMessage<?>> messages) {
        for (EventMessage<?> message : messages) {
            if (message instanceof DomainEventMessage<?> stored && stored.getPayload() instanceof StockEvent event) {
                lines.hear(event, stored.getSequenceNumber());
            }
        }
    }
}
