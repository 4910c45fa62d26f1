package dev.flashsale.process.step;

import dev.flashsale.kernel.order.PlaceOrder;
import dev.flashsale.kernel.order.PlaceOrders;
import dev.flashsale.kernel.stock.ConfirmReservations;
import dev.flashsale.kernel.stock.ReleaseReason;
import dev.flashsale.kernel.stock.ReleaseReservations;
import dev.flashsale.kernel.stock.ReservationRelease;
import dev.flashsale.kernel.stock.ReserveComponent;
import dev.flashsale.kernel.stock.ReserveComponents;
import dev.flashsale.kernel.stock.StockId;
import java.time.Clock;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.stereotype.Component;

/**
 * The next steps of all processes that one batch of events touches. They are sent when the batch is about to commit, and
 * the batch commits only after each of them was carried out: a step that fails brings its events back, none is ever lost.
 * Steps for one stock go out as one command, and so do all new orders. Every step may be repeated; its receiver knows what it has done.
 */
@Component
public class Steps {
    private static final String KEY = Steps.class.getName();

    private final CommandGateway gateway;
    private final Clock clock;

    /** Sends through this gateway. */
    public Steps(CommandGateway gateway, Clock clock) {
        this.gateway = gateway;
        this.clock = clock;
    }

    /** Send a command to an aggregate of its own. */
    public void send(Object command) {
        pending().add(command);
    }

    /** Create the order of a fully reserved purchase. */
    public void place(PlaceOrder order) {
        pending().addOrder(order);
    }

    /** Reserve a further component of a bundle. */
    public void reserve(ReserveComponent command) {
        pending().addReservation(command);
    }

    /** Turn a reservation into sold units. */
    public void confirm(String stockId, String purchaseId) {
        pending().addConfirmation(StockId.parse(stockId), purchaseId);
    }

    /** Give a reservation back. */
    public void release(String stockId, String purchaseId, ReleaseReason reason) {
        pending().addRelease(StockId.parse(stockId), new ReservationRelease(purchaseId, reason));
    }

    private PendingSteps pending() {
        UnitOfWork<?> batch = CurrentUnitOfWork.get().root();
        return batch.getOrComputeResource(KEY, key -> {
            PendingSteps steps = new PendingSteps();
            batch.onPrepareCommit(u -> carryOut(steps));
            return steps;
        });
    }

    private void carryOut(PendingSteps steps) {
        // these wait for another thread's commit, so they go before anything that takes a stock's lock
        if (!steps.reservations().isEmpty()) {
            StepBatch reservations = new StepBatch(gateway);
            reservations.send(new ReserveComponents(steps.reservations()));
            reservations.join();
        }

        StepBatch rest = new StepBatch(gateway);
        if (!steps.orders().isEmpty()) {
            rest.send(new PlaceOrders(steps.orders()));
        }
        steps.commands().forEach(rest::send);
        // sorted by stock: two batches then take the stocks' locks in the same order
        steps.confirmations()
                .forEach((stock, purchases) -> rest.send(new ConfirmReservations(stock, purchases, clock.instant())));
        steps.releases()
                .forEach((stock, releases) -> rest.send(new ReleaseReservations(stock, releases, clock.instant())));
        rest.join();
    }
}
