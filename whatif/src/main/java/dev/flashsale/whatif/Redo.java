package dev.flashsale.whatif;

import dev.flashsale.command.stock.Decision;
import dev.flashsale.command.stock.StockOnPaper;
import dev.flashsale.kernel.stock.AddUnits;
import dev.flashsale.kernel.stock.PurchaseRefused;
import dev.flashsale.kernel.stock.PurchaseRequest;
import dev.flashsale.kernel.stock.ReceiveTransfer;
import dev.flashsale.kernel.stock.Refusal;
import dev.flashsale.kernel.stock.ReservationConfirmed;
import dev.flashsale.kernel.stock.ReservationRelease;
import dev.flashsale.kernel.stock.StockAdded;
import dev.flashsale.kernel.stock.StockAllocated;
import dev.flashsale.kernel.stock.StockEvent;
import dev.flashsale.kernel.stock.StockId;
import dev.flashsale.kernel.stock.StockReleased;
import dev.flashsale.kernel.stock.StockReserved;
import dev.flashsale.kernel.stock.StockTransferReceived;
import dev.flashsale.kernel.stock.StockTransferred;
import dev.flashsale.kernel.stock.StockWithdrawn;
import dev.flashsale.kernel.stock.TransferStock;
import dev.flashsale.kernel.stock.WithdrawStock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Has the rules decide every recorded event again, from the record alone, and compares all of it: who, how many, how much,
 * until when, what was left. A record that the rules would not have written is one they cannot be asked about.
 */
final class Redo {
    private final Map<StockId, StockOnPaper> stocks = new HashMap<>();
    private final Recording recording;
    private final Map<String, Integer> onTheirWay = new HashMap<>();
    private final Map<Long, Integer> unseen = new HashMap<>();
    private @Nullable Divergence first;

    private Redo(Recording recording) {
        this.recording = recording;
    }

    static Redo of(Recording recording) {
        Redo redo = new Redo(recording);
        for (Recording.Step step : recording.steps()) {
            switch (step) {
                case Recording.Happened happened -> redo.again(happened.index(), happened.event());
                case Recording.TurnedAway turnedAway ->
                    redo.noteUnseen(
                            turnedAway.attempt().index(),
                            turnedAway.attempt().stockId().itemId(),
                            -1);
            }
        }
        return redo;
    }

    /** The first event that the rules would not have written. */
    Optional<Divergence> first() {
        return Optional.ofNullable(first);
    }

    /**
     * Units that the item's other buckets held, or that were on their way, when a request was refused as sold out: they came
     * back after the look at the other buckets that the refusal rests on. At the edge, units of all buckets.
     */
    Map<Long, Integer> unseen() {
        return unseen;
    }

    private void again(long index, StockEvent event) {
        if (first != null) {
            return;
        }
        StockOnPaper stock = stock(StockId.parse(event.stockId()));
        Optional<? extends StockEvent> decided = decide(stock, event);
        if (!decided.equals(Optional.of(event))) {
            first = new Divergence(
                    index,
                    event.at(),
                    event.toString(),
                    decided.map(Object::toString).orElse("nothing"));
            return;
        }
        if (event instanceof PurchaseRefused refused && refused.reason() == Refusal.SOLD_OUT) {
            noteUnseen(index, refused.itemId(), refused.bucket());
        }
        switch (event) {
            case StockTransferred e -> onTheirWay.merge(e.itemId(), e.units(), Integer::sum);
            case StockTransferReceived e -> onTheirWay.merge(e.itemId(), -e.units(), Integer::sum);
            default -> {}
        }
        stock.evolve(event);
    }

    private void noteUnseen(long index, String itemId, int ownBucket) {
        int units = onTheirWay.getOrDefault(itemId, 0);
        for (int bucket = 0; bucket < recording.bucketsOf(itemId); bucket++) {
            if (bucket != ownBucket) {
                units += stock(new StockId(recording.saleId(), itemId, bucket)).availableUnits();
            }
        }
        if (units > 0) {
            unseen.put(index, units);
        }
    }

    private StockOnPaper stock(StockId id) {
        return stocks.computeIfAbsent(id, unused -> new StockOnPaper());
    }

    private static Optional<? extends StockEvent> decide(StockOnPaper stock, StockEvent event) {
        StockId id = StockId.parse(event.stockId());
        Instant at = event.at();
        return switch (event) {
            // what the merchant wanted is not decided by a stock, only that it is filled once
            case StockAllocated e -> stock.isNew() ? Optional.of(e) : Optional.empty();
            case StockReserved e -> purchase(stock, e.purchaseId(), e.userId(), e.offerId(), e.quantity(), at);
            case PurchaseRefused e -> purchase(stock, e.purchaseId(), e.userId(), e.offerId(), e.quantity(), at);
            case ReservationConfirmed e -> stock.confirm(e.purchaseId(), at);
            case StockReleased e -> stock.release(new ReservationRelease(e.purchaseId(), e.reason()), at);
            case StockAdded e -> stock.add(new AddUnits(id, e.additionId(), e.units(), at));
            case StockWithdrawn e -> stock.withdraw(new WithdrawStock(id, e.refusal(), at));
            case StockTransferred e ->
                stock.transfer(new TransferStock(id, StockId.parse(e.toStockId()), e.transferId(), e.units(), at));
            case StockTransferReceived e ->
                stock.receive(new ReceiveTransfer(id, StockId.parse(e.fromStockId()), e.transferId(), e.units(), at));
        };
    }

    private static Optional<StockEvent> purchase(
            StockOnPaper stock, String purchaseId, String userId, String offerId, int quantity, Instant at) {
        PurchaseRequest request = new PurchaseRequest(purchaseId, userId, offerId, quantity, true);
        return stock.decide(request, at) instanceof Decision.Happens happens
                ? Optional.of(happens.event())
                : Optional.empty();
    }
}
