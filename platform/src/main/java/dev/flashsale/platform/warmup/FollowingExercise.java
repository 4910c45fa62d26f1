package dev.flashsale.platform.warmup;

import dev.flashsale.kernel.order.OrderLine;
import dev.flashsale.kernel.order.OrderPlaced;
import dev.flashsale.kernel.stock.StockReserved;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Follows a shadow sale as the processors follow real ones: reads the stored events of its purchases and has them handled. Not
 * while a sale is open, not even on another node: the processes' table would be waited for.
 */
@Component
@Order(4)
class FollowingExercise implements Exercise {
    private static final int EVENTS_PER_BATCH = 25;

    private final ObjectProvider<ShadowEvents> stored;
    private final ObjectProvider<Rehearsal> rehearsals;
    private final RolledBackBatches batches;
    private final KnownSales sales;
    private volatile List<EventHandlerInvoker> processors = List.of();
    private @Nullable TrackingToken read;

    FollowingExercise(
            ObjectProvider<ShadowEvents> stored,
            ObjectProvider<Rehearsal> rehearsals,
            RolledBackBatches batches,
            KnownSales sales) {
        this.stored = stored;
        this.rehearsals = rehearsals;
        this.batches = batches;
        this.sales = sales;
    }

    @Override
    public String name() {
        return "follow";
    }

    /** Each carries many events. */
    @Override
    public int requestsPerRound(int usual) {
        return Math.max(1, usual / EVENTS_PER_BATCH);
    }

    @Override
    public void prepare() {
        processors = sales.areQuiet()
                ? rehearsals
                        .orderedStream()
                        .map(rehearsal -> rehearsal.handlers().get())
                        .toList()
                : List.of();
    }

    @Override
    public void send(LocalNode node, int number) {
        List<TrackedEventMessage<?>> batch = next();
        if (!batch.isEmpty()) {
            processors.forEach(processor -> batches.handle(processor, batch));
        }
    }

    private List<TrackedEventMessage<?>> next() {
        ShadowEvents events = stored.getIfAvailable();
        List<TrackedEventMessage<?>> found = events == null ? List.of() : next(events);
        List<TrackedEventMessage<?>> batch = new ArrayList<>();
        for (TrackedEventMessage<?> event : found) {
            batch.add(event);
            if (event.getPayload() instanceof StockReserved reserved) {
                batch.add(new GenericTrackedEventMessage<>(
                        event.trackingToken(), GenericEventMessage.asEventMessage(orderOf(reserved))));
            }
        }
        return batch;
    }

    /** From the beginning again, when the end is reached. */
    private synchronized List<TrackedEventMessage<?>> next(ShadowEvents events) {
        List<TrackedEventMessage<?>> found = events.after(read, EVENTS_PER_BATCH);
        read = found.size() < EVENTS_PER_BATCH ? null : found.getLast().trackingToken();
        return found;
    }

    /** What the process makes of it; its own is rolled back before anybody could read it. */
    private static OrderPlaced orderOf(StockReserved reserved) {
        return new OrderPlaced(
                reserved.purchaseId(),
                ShadowSales.ORDERS,
                reserved.userId(),
                reserved.offerId(),
                reserved.quantity(),
                List.of(new OrderLine(reserved.itemId(), reserved.stockId(), reserved.units())),
                reserved.amountMinor(),
                reserved.currency(),
                reserved.payBy(),
                reserved.at());
    }

    @Override
    public void cleanUp() {
        processors = List.of();
    }
}
