package dev.flashsale.query.order;

import dev.flashsale.kernel.order.OrderCancelled;
import dev.flashsale.kernel.order.OrderExpired;
import dev.flashsale.kernel.order.OrderPaid;
import dev.flashsale.kernel.order.OrderPlaced;
import dev.flashsale.kernel.order.OrderState;
import dev.flashsale.query.redis.GlobalIndex;
import dev.flashsale.query.redis.Projections;
import dev.flashsale.query.redis.ReadModel;
import dev.flashsale.query.redis.Writes;
import java.util.Map;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

/** Keeps orders, and each shopper's list of them. */
@Component
@ProcessingGroup(Projections.PURCHASES)
class OrderProjector {
    private final ReadModel readModel;

    OrderProjector(ReadModel readModel) {
        this.readModel = readModel;
    }

    @EventHandler
    void on(OrderPlaced event, TrackingToken token) {
        long index = GlobalIndex.of(token);
        Map<String, String> facts = Map.of(
                "orderId", event.orderId(),
                "saleId", event.saleId(),
                "userId", event.userId(),
                "offerId", event.offerId(),
                "quantity", Integer.toString(event.quantity()),
                "amountMinor", Long.toString(event.amountMinor()),
                "currency", event.currency(),
                "placedAt", event.at().toString(),
                "payBy", event.payBy().toString());
        writes().entity(OrderKeys.order(event.orderId()), "facts", index, facts);
        writes().rank(
                        OrderKeys.listOf(event.userId()),
                        event.orderId(),
                        event.at().toEpochMilli(),
                        index);
        status(event.orderId(), OrderState.AWAITING_PAYMENT, token);
    }

    @EventHandler
    void on(OrderPaid event, TrackingToken token) {
        status(event.orderId(), OrderState.PAID, token);
    }

    @EventHandler
    void on(OrderExpired event, TrackingToken token) {
        if (event.placed()) {
            status(event.orderId(), OrderState.EXPIRED, token);
        }
    }

    @EventHandler
    void on(OrderCancelled event, TrackingToken token) {
        status(event.orderId(), OrderState.CANCELLED, token);
    }

    @ResetHandler
    void reset() {
        readModel.forget(Projections.PURCHASES, OrderKeys.PATTERNS);
    }

    private void status(String orderId, OrderState status, TrackingToken token) {
        writes().entity(OrderKeys.order(orderId), "status", GlobalIndex.of(token), Map.of("status", status.name()));
    }

    private Writes writes() {
        return readModel.writes(Projections.PURCHASES);
    }
}
