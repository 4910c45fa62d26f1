package dev.flashsale.command.order;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import dev.flashsale.kernel.order.CancelOrder;
import dev.flashsale.kernel.order.ExpireOrder;
import dev.flashsale.kernel.order.OrderEvent;
import dev.flashsale.kernel.order.OrderState;
import dev.flashsale.kernel.order.PayOrder;
import dev.flashsale.kernel.order.PlaceOrder;
import dev.flashsale.kernel.order.RecordRefund;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** One shopper's order: carries commands to {@link OrderDecider} and events to {@link OrderHistory}. */
@Aggregate(type = "Order", cache = "aggregateCache")
@Revision("1")
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.ANY,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
class Order {
    // absent until the first event: an empty one would be taken for the id of that event
    @AggregateIdentifier
    private @Nullable String orderId;

    private final OrderHistory history = new OrderHistory();

    /** For Axon, which replays the history into it. */
    Order() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PlaceOrder command) {
        happen(OrderDecider.place(history, command));
    }

    @CommandHandler
    OrderState handle(PayOrder command) {
        happen(OrderDecider.pay(history, command));
        return history.state;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    OrderState handle(ExpireOrder command) {
        happen(OrderDecider.expire(history, command));
        return history.state;
    }

    @CommandHandler
    OrderState handle(CancelOrder command) {
        happen(OrderDecider.cancel(history, command));
        return OrderDecider.stateFor(history, command.userId());
    }

    @CommandHandler
    void handle(RecordRefund command) {
        happen(OrderDecider.refund(history, command));
    }

    private static void happen(Optional<OrderEvent> event) {
        event.ifPresent(happened -> apply(happened));
    }

    @EventSourcingHandler
    void on(OrderEvent event) {
        orderId = event.orderId();
        history.evolve(event);
    }
}
