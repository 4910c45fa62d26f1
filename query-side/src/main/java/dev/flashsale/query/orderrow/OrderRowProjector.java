package dev.flashsale.query.orderrow;

import dev.flashsale.kernel.order.OrderCancelled;
import dev.flashsale.kernel.order.OrderExpired;
import dev.flashsale.kernel.order.OrderPaid;
import dev.flashsale.kernel.order.OrderPlaced;
import dev.flashsale.kernel.order.OrderState;
import dev.flashsale.kernel.sale.FlashSaleScheduled;
import dev.flashsale.query.redis.GlobalIndex;
import dev.flashsale.query.redis.Projections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Keeps orders as rows, in the transaction that also moves the processor's token. */
@Component
@ProcessingGroup(Projections.ORDER_ROWS)
class OrderRowProjector {
    private final Set<String> partitions = ConcurrentHashMap.newKeySet();
    private final JdbcOperations jdbc;

    OrderRowProjector(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** The partition is made before the crowd comes, so that no order waits for it. */
    @EventHandler
    void on(FlashSaleScheduled event) {
        writes().sale(event.saleId());
    }

    @EventHandler
    void on(OrderPlaced event, TrackingToken token) {
        writes().place(event, GlobalIndex.of(token));
    }

    @EventHandler
    void on(OrderPaid event, TrackingToken token) {
        writes().change(event.orderId(), OrderState.PAID, GlobalIndex.of(token));
    }

    @EventHandler
    void on(OrderExpired event, TrackingToken token) {
        writes().change(event.orderId(), OrderState.EXPIRED, GlobalIndex.of(token));
    }

    @EventHandler
    void on(OrderCancelled event, TrackingToken token) {
        writes().change(event.orderId(), OrderState.CANCELLED, GlobalIndex.of(token));
    }

    /** Not row by row: what a delete leaves behind is looked at again by every insert of the replay. */
    @ResetHandler
    void reset() {
        jdbc.execute("truncate purchase_order");
    }

    /** Writes the rows of this sale where those of sales without a partition go. */
    void makeNoPartition(String saleId) {
        partitions.add(saleId);
    }

    private OrderRowWrites writes() {
        UnitOfWork<?> batch = CurrentUnitOfWork.get().root();
        return batch.getOrComputeResource("order rows", name -> {
            OrderRowWrites writes = new OrderRowWrites();
            batch.onPrepareCommit(unit -> writes.writeTo(jdbc, partitions));
            batch.afterCommit(unit -> partitions.addAll(writes.sales()));
            return writes;
        });
    }
}
