package dev.flashsale.command.stock;

import dev.flashsale.kernel.stock.AddUnits;
import dev.flashsale.kernel.stock.AllocateStock;
import dev.flashsale.kernel.stock.PurchaseOutcome;
import dev.flashsale.kernel.stock.PurchaseRequest;
import dev.flashsale.kernel.stock.ReceiveTransfer;
import dev.flashsale.kernel.stock.Refusal;
import dev.flashsale.kernel.stock.ReleaseReason;
import dev.flashsale.kernel.stock.ReservationRelease;
import dev.flashsale.kernel.stock.StockAllocated;
import dev.flashsale.kernel.stock.StockEvent;
import dev.flashsale.kernel.stock.StockTransferred;
import dev.flashsale.kernel.stock.TransferStock;
import dev.flashsale.kernel.stock.WithdrawStock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A bucket without Axon: decisions become its history, and its history its state. */
final class Bucket {
    StockState state = new StockState();
    final List<StockEvent> history = new ArrayList<>();

    static Bucket of(AllocateStock command) {
        Bucket bucket = new Bucket();
        bucket.happen(new StockAllocated(
                command.stockId().toString(),
                command.stockId().saleId(),
                command.stockId().itemId(),
                command.stockId().bucket(),
                command.units(),
                command.currency(),
                command.opensAt(),
                command.closesAt(),
                command.paymentWindowMs(),
                command.offers(),
                command.at()));
        return bucket;
    }

    PurchaseOutcome buy(PurchaseRequest request, Instant at) {
        switch (StockDecider.decide(state, request, at)) {
            case Decision.Answer answer -> {
                return answer.outcome();
            }
            case Decision.Happens happens -> {
                happen(happens.event());
                return StockDecider.outcomeOf(happens.event(), state.version);
            }
        }
    }

    boolean confirm(String purchaseId, Instant at) {
        return happen(StockDecider.confirm(state, purchaseId, at));
    }

    boolean release(String purchaseId, Instant at) {
        return happen(StockDecider.release(state, new ReservationRelease(purchaseId, ReleaseReason.EXPIRED), at));
    }

    boolean add(AddUnits command) {
        return happen(StockDecider.add(state, command));
    }

    void withdraw(Refusal refusal) {
        happen(StockDecider.withdraw(state, new WithdrawStock(state.id(), refusal, StockScene.NOON)));
    }

    int send(TransferStock command) {
        Optional<StockTransferred> sent = StockDecider.transfer(state, command);
        happen(sent);
        return sent.map(StockTransferred::units).orElse(0);
    }

    boolean receive(ReceiveTransfer command) {
        return happen(StockDecider.receive(state, command));
    }

    private boolean happen(Optional<? extends StockEvent> event) {
        event.ifPresent(this::happen);
        return event.isPresent();
    }

    private void happen(StockEvent event) {
        state.evolve(event);
        history.add(event);
    }
}
