package dev.flashsale.process.payment;

import dev.flashsale.kernel.order.OrderCancelled;
import dev.flashsale.kernel.order.OrderExpired;
import dev.flashsale.kernel.order.OrderPaid;
import dev.flashsale.kernel.order.OrderPlaced;
import dev.flashsale.kernel.order.OrderState;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is to be paid, read from the order's own history: a projection could lag behind the shopper. */
@Component
class PlacedOrders {
    /** An order and where it stands. */
    record PlacedOrder(OrderPlaced placed, OrderState state) {}

    private final EventStore events;

    PlacedOrders(EventStore events) {
        this.events = events;
    }

    Optional<PlacedOrder> find(String orderId) {
        DomainEventStream history = events.readEvents(orderId);
        @Nullable OrderPlaced placed = null;
        OrderState state = OrderState.UNKNOWN;
        while (history.hasNext()) {
            switch (history.next().getPayload()) {
                case OrderPlaced event -> {
                    placed = event;
                    state = OrderState.AWAITING_PAYMENT;
                }
                case OrderPaid event -> state = OrderState.PAID;
                case OrderExpired event -> state = OrderState.EXPIRED;
                case OrderCancelled event -> state = OrderState.CANCELLED;
                default -> {
                    // refunds do not change where the order stands
                }
            }
        }
        return placed == null ? Optional.empty() : Optional.of(new PlacedOrder(placed, state));
    }
}
