package dev.flashsale.command.order;

import dev.flashsale.kernel.order.OrderEvent;
import dev.flashsale.kernel.order.PlaceOrder;
import dev.flashsale.kernel.order.PlaceOrders;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/**
 * Places many orders with one look for those that exist and one append. An order begins here and nowhere else but with its
 * expiry, so there is no history to load; should one begin in between, the event store refuses the whole append.
 */
@Component
class OrderPlacement {
    private static final String AGGREGATE_TYPE = "Order";

    private final EventStore events;
    private final BegunOrders begun;

    OrderPlacement(EventStore events, BegunOrders begun) {
        this.events = events;
        this.begun = begun;
    }

    @CommandHandler
    void handle(PlaceOrders command) {
        Map<String, PlaceOrder> wanted = new LinkedHashMap<>();
        command.orders().forEach(order -> wanted.put(order.orderId(), order));
        Set<String> existing = begun.among(wanted.keySet());
        List<DomainEventMessage<OrderEvent>> placed = wanted.values().stream()
                .filter(order -> !existing.contains(order.orderId()))
                .flatMap(order -> OrderDecider.place(new OrderHistory(), order).stream())
                .map(OrderPlacement::first)
                .toList();
        if (!placed.isEmpty()) {
            events.publish(placed);
        }
    }

    private static DomainEventMessage<OrderEvent> first(OrderEvent event) {
        return new GenericDomainEventMessage<>(AGGREGATE_TYPE, event.orderId(), 0, event);
    }
}
