package dev.flashsale.process.purchase;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import dev.flashsale.kernel.order.ExpireOrder;
import dev.flashsale.kernel.order.OrderCancelled;
import dev.flashsale.kernel.order.OrderExpired;
import dev.flashsale.kernel.order.OrderLine;
import dev.flashsale.kernel.order.OrderPaid;
import dev.flashsale.kernel.order.PlaceOrder;
import dev.flashsale.kernel.stock.OfferComponent;
import dev.flashsale.kernel.stock.PurchaseRefused;
import dev.flashsale.kernel.stock.ReleaseReason;
import dev.flashsale.kernel.stock.ReserveComponent;
import dev.flashsale.kernel.stock.StockReleased;
import dev.flashsale.kernel.stock.StockReserved;
import dev.flashsale.process.ProcessGroups;
import dev.flashsale.process.step.Steps;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.serialization.Revision;

/**
 * One purchase from its first reservation to its end. It decides nothing: the stock decides about units, the order about
 * pay-versus-expire; this carries the consequence of one to the other.
 */
@ProcessingGroup(ProcessGroups.PURCHASES)
@Revision("1")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY, getterVisibility = JsonAutoDetect.Visibility.NONE)
public class PurchaseProcess {
    static final String PAYMENT_WINDOW = "payment-window";

    private String purchaseId = "";
    private String deadlineId = "";
    private List<OrderLine> held = new ArrayList<>();

    /** For Axon, which makes one for each beginning. */
    public PurchaseProcess() {}

    @StartSaga
    @SagaEventHandler(associationProperty = "purchaseId")
    void on(StockReserved reserved, Steps steps, DeadlineManager deadlines) {
        if (holds(reserved.itemId())) {
            return;
        }
        purchaseId = reserved.purchaseId();
        waitUntil(reserved.payBy(), deadlines);
        held.add(new OrderLine(reserved.itemId(), reserved.stockId(), reserved.units()));
        nextComponent(reserved)
                .ifPresentOrElse(
                        component -> steps.reserve(request(reserved, component)), () -> steps.place(order(reserved)));
    }

    /** A bundle may be paid until its last item's reservation ends, so each further item moves the deadline. */
    private void waitUntil(Instant payBy, DeadlineManager deadlines) {
        if (!deadlineId.isEmpty()) {
            deadlines.cancelSchedule(PAYMENT_WINDOW, deadlineId);
        }
        deadlineId = deadlines.schedule(payBy, PAYMENT_WINDOW, purchaseId);
    }

    private boolean holds(String itemId) {
        return held.stream().anyMatch(line -> line.itemId().equals(itemId));
    }

    private Optional<OfferComponent> nextComponent(StockReserved reserved) {
        return reserved.components().stream()
                .filter(component -> !holds(component.itemId()))
                .findFirst();
    }

    private static ReserveComponent request(StockReserved reserved, OfferComponent component) {
        return new ReserveComponent(
                reserved.purchaseId(),
                reserved.saleId(),
                component.itemId(),
                component.buckets(),
                reserved.userId(),
                reserved.offerId(),
                reserved.quantity());
    }

    private PlaceOrder order(StockReserved last) {
        return new PlaceOrder(
                purchaseId,
                last.saleId(),
                last.userId(),
                last.offerId(),
                last.quantity(),
                held,
                last.amountMinor(),
                last.currency(),
                last.payBy(),
                last.at());
    }

    /** A further component is not to be had: what was got goes back. */
    @EndSaga
    @SagaEventHandler(associationProperty = "purchaseId")
    void on(PurchaseRefused refused, Steps steps, DeadlineManager deadlines) {
        giveBack(ReleaseReason.BUNDLE_INCOMPLETE, steps, deadlines);
    }

    @DeadlineHandler(deadlineName = PAYMENT_WINDOW)
    void paymentWindowPassed(String purchase, Steps steps, Clock clock) {
        steps.send(new ExpireOrder(purchase, clock.instant()));
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "orderId", keyName = "purchaseId")
    void on(OrderPaid paid, Steps steps, DeadlineManager deadlines) {
        deadlines.cancelSchedule(PAYMENT_WINDOW, deadlineId);
        held.forEach(line -> steps.confirm(line.stockId(), purchaseId));
    }

    /** The deadline is not always why: the sweeper, or a payment that came too late, may have been first. */
    @EndSaga
    @SagaEventHandler(associationProperty = "orderId", keyName = "purchaseId")
    void on(OrderExpired expired, Steps steps, DeadlineManager deadlines) {
        giveBack(ReleaseReason.EXPIRED, steps, deadlines);
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "orderId", keyName = "purchaseId")
    void on(OrderCancelled cancelled, Steps steps, DeadlineManager deadlines) {
        giveBack(ReleaseReason.CANCELLED, steps, deadlines);
    }

    /** Somebody else gave back what this held, the sweeper for example: then nothing is left to do. */
    @SagaEventHandler(associationProperty = "purchaseId")
    void on(StockReleased released, DeadlineManager deadlines) {
        held.removeIf(line -> line.stockId().equals(released.stockId()));
        if (held.isEmpty()) {
            deadlines.cancelSchedule(PAYMENT_WINDOW, deadlineId);
            SagaLifecycle.end();
        }
    }

    private void giveBack(ReleaseReason reason, Steps steps, DeadlineManager deadlines) {
        deadlines.cancelSchedule(PAYMENT_WINDOW, deadlineId);
        held.forEach(line -> steps.release(line.stockId(), purchaseId, reason));
    }
}
