package dev.flashsale.bench.axon;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.flashsale.bench.axon.Messages.OrderPlaced;
import dev.flashsale.bench.axon.Messages.PlaceOrder;
import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** An order, placed once however often it is asked for. */
@Aggregate
class PlacedOrder {
    @AggregateIdentifier
    private @Nullable String orderId;

    PlacedOrder() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PlaceOrder command, Clock clock) {
        if (orderId == null) {
            apply(new OrderPlaced(
                    command.orderId(),
                    command.saleId(),
                    command.userId(),
                    command.offerId(),
                    command.quantity(),
                    command.amountMinor(),
                    clock.instant()));
        }
    }

    @EventSourcingHandler
    void on(OrderPlaced event) {
        orderId = event.orderId();
    }
}
