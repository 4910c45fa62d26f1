package dev.flashsale.command.stock;

import dev.flashsale.kernel.stock.AddUnits;
import dev.flashsale.kernel.stock.PurchaseRequest;
import dev.flashsale.kernel.stock.ReceiveTransfer;
import dev.flashsale.kernel.stock.ReservationConfirmed;
import dev.flashsale.kernel.stock.ReservationRelease;
import dev.flashsale.kernel.stock.StockAdded;
import dev.flashsale.kernel.stock.StockEvent;
import dev.flashsale.kernel.stock.StockReleased;
import dev.flashsale.kernel.stock.StockTransferReceived;
import dev.flashsale.kernel.stock.StockTransferred;
import dev.flashsale.kernel.stock.StockWithdrawn;
import dev.flashsale.kernel.stock.TransferStock;
import dev.flashsale.kernel.stock.WithdrawStock;
import java.time.Instant;
import java.util.Optional;

/**
 * A bucket on paper: the very rules and the very memory of the stock, apart from Axon, stores and clocks, for whoever asks
 * what they would have decided. A decision changes nothing until its event is given to {@link #evolve}.
 */
public final class StockOnPaper {
    private final StockState state = new StockState();

    /** Decides a purchase, as the stock does. */
    public Decision decide(PurchaseRequest request, Instant at) {
        return StockDecider.decide(state, request, at);
    }

    /** A reservation becomes a sale; empty when there is no open reservation of this purchase. */
    public Optional<ReservationConfirmed> confirm(String purchaseId, Instant at) {
        return StockDecider.confirm(state, purchaseId, at);
    }

    /** Reserved units go back; empty when there is no open reservation of this purchase. */
    public Optional<StockReleased> release(ReservationRelease release, Instant at) {
        return StockDecider.release(state, release, at);
    }

    /** Units come in; empty when this addition was made before. */
    public Optional<StockAdded> add(AddUnits command) {
        return StockDecider.add(state, command);
    }

    /** The bucket stops selling; empty when it had before. */
    public Optional<StockWithdrawn> withdraw(WithdrawStock command) {
        return StockDecider.withdraw(state, command);
    }

    /** Units leave for a sibling; empty when there are none to give, or this transfer was made before. */
    public Optional<StockTransferred> transfer(TransferStock command) {
        return StockDecider.transfer(state, command);
    }

    /** A sibling's units arrive; empty when they had before. */
    public Optional<StockTransferReceived> receive(ReceiveTransfer command) {
        return StockDecider.receive(state, command);
    }

    /** Takes an event into the bucket's memory. */
    public void evolve(StockEvent event) {
        state.evolve(event);
    }

    /** Whether the bucket was never filled. */
    public boolean isNew() {
        return state.version < 0;
    }

    /** Units that nobody holds. */
    public int availableUnits() {
        return state.availableUnits;
    }
}
