package dev.flashsale.whatif;

import dev.flashsale.command.stock.Decision;
import dev.flashsale.command.stock.StockOnPaper;
import dev.flashsale.kernel.stock.AddUnits;
import dev.flashsale.kernel.stock.PurchaseOutcome;
import dev.flashsale.kernel.stock.ReceiveTransfer;
import dev.flashsale.kernel.stock.ReleaseReason;
import dev.flashsale.kernel.stock.ReservationConfirmed;
import dev.flashsale.kernel.stock.ReservationRelease;
import dev.flashsale.kernel.stock.StockAdded;
import dev.flashsale.kernel.stock.StockAllocated;
import dev.flashsale.kernel.stock.StockEvent;
import dev.flashsale.kernel.stock.StockId;
import dev.flashsale.kernel.stock.StockTransferReceived;
import dev.flashsale.kernel.stock.StockTransferred;
import dev.flashsale.kernel.stock.StockWithdrawn;
import dev.flashsale.kernel.stock.TransferStock;
import dev.flashsale.kernel.stock.WithdrawStock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The buckets of a sale under a policy: filled, emptied and refilled by the stock's own rules. */
final class World {
    private final Map<StockId, StockOnPaper> stocks = new LinkedHashMap<>();
    private final List<ReceiveTransfer> onTheirWay = new ArrayList<>();
    private final Map<String, Integer> soldUnits = new TreeMap<>();
    private final Recording recording;
    private final Policy policy;
    private int fetches;

    World(Recording recording, Policy policy) {
        this.recording = recording;
        this.policy = policy;
    }

    int bucketsOf(String itemId) {
        return policy.bucketsOf(itemId, recording.bucketsOf(itemId));
    }

    private boolean splitAsRecorded(String itemId) {
        return bucketsOf(itemId) == recording.bucketsOf(itemId);
    }

    /** The bucket that serves this attempt here. */
    StockId stockOf(Attempt attempt) {
        String itemId = attempt.stockId().itemId();
        return splitAsRecorded(itemId)
                ? attempt.stockId()
                : StockId.of(recording.saleId(), itemId, attempt.userId(), bucketsOf(itemId));
    }

    /** Fills the bucket, or those that take its place when the item is split otherwise. */
    void allocate(StockAllocated e) {
        int buckets = bucketsOf(e.itemId());
        int total = policy.unitsOf(e.itemId(), recording.unitsOf(e.itemId()));
        boolean asRecorded = splitAsRecorded(e.itemId()) && total == recording.unitsOf(e.itemId());
        for (StockId id : inPlaceOf(e)) {
            int units = asRecorded ? e.units() : total / buckets + (id.bucket() < total % buckets ? 1 : 0);
            stock(id)
                    .evolve(new StockAllocated(
                            id.toString(),
                            e.saleId(),
                            e.itemId(),
                            id.bucket(),
                            units,
                            e.currency(),
                            e.opensAt(),
                            e.closesAt(),
                            e.paymentWindowMs(),
                            policy.offers(e.offers()),
                            e.at()));
        }
    }

    private List<StockId> inPlaceOf(StockEvent e) {
        List<StockId> ids = new ArrayList<>();
        for (int bucket = e.bucket(); bucket < bucketsOf(e.itemId()); bucket += recording.bucketsOf(e.itemId())) {
            ids.add(new StockId(e.saleId(), e.itemId(), bucket));
        }
        return ids;
    }

    void add(StockAdded e) {
        StockId id = new StockId(e.saleId(), e.itemId(), e.bucket() % bucketsOf(e.itemId()));
        // shares of one addition may meet in one bucket here
        String additionId = e.additionId() + "/" + e.bucket();
        stock(id).add(new AddUnits(id, additionId, e.units(), e.at())).ifPresent(stock(id)::evolve);
    }

    void withdraw(StockWithdrawn e) {
        inPlaceOf(e)
                .forEach(id -> stock(id)
                        .withdraw(new WithdrawStock(id, e.refusal(), e.at()))
                        .ifPresent(stock(id)::evolve));
    }

    void transfer(StockTransferred e) {
        if (splitAsRecorded(e.itemId())) {
            send(StockId.parse(e.stockId()), StockId.parse(e.toStockId()), e.transferId(), e.units(), e.at());
        }
    }

    void receive(StockTransferReceived e) {
        arrive(onTheirWay.stream()
                .filter(transfer -> transfer.transferId().equals(e.transferId()))
                .findFirst()
                .orElse(null));
    }

    private boolean send(StockId from, StockId to, String transferId, int units, Instant at) {
        Optional<StockTransferred> sent = stock(from).transfer(new TransferStock(from, to, transferId, units, at));
        sent.ifPresent(event -> {
            stock(from).evolve(event);
            onTheirWay.add(new ReceiveTransfer(to, from, transferId, event.units(), at));
        });
        return sent.isPresent();
    }

    private void arrive(@Nullable ReceiveTransfer transfer) {
        if (transfer != null) {
            onTheirWay.remove(transfer);
            StockOnPaper stock = stock(transfer.stockId());
            stock.receive(transfer).ifPresent(stock::evolve);
        }
    }

    /**
     * Decides a request, after fetching units from the other buckets when this one is short.
     *
     * @param unseen units elsewhere that this request's look at the other buckets came too early for
     * @return what happened; empty when this purchase had been decided before
     */
    Optional<StockEvent> decide(StockId id, Attempt attempt, Instant at, int unseen) {
        StockOnPaper stock = stock(id);
        Decision decision = stock.decide(attempt.request(false), at);
        while (decision instanceof Decision.Answer answer && answer.outcome() instanceof PurchaseOutcome.Short tooFew) {
            boolean fetched = unitsElsewhere(id) > unseen && fetch(id, tooFew.missingUnits(), at);
            decision = stock.decide(attempt.request(!fetched), at);
        }
        if (decision instanceof Decision.Happens happens) {
            stock.evolve(happens.event());
            return Optional.of(happens.event());
        }
        return Optional.empty();
    }

    private int unitsElsewhere(StockId own) {
        return units(own.itemId()) - stock(own).availableUnits();
    }

    /** Units that nobody holds, in all buckets and between them. */
    int units(String itemId) {
        int units = onTheirWay.stream()
                .filter(transfer -> transfer.stockId().itemId().equals(itemId))
                .mapToInt(ReceiveTransfer::units)
                .sum();
        for (int bucket = 0; bucket < bucketsOf(itemId); bucket++) {
            units += stock(new StockId(recording.saleId(), itemId, bucket)).availableUnits();
        }
        return units;
    }

    private boolean fetch(StockId to, int missing, Instant at) {
        // who falls short waits for what is on its way
        List.copyOf(onTheirWay).stream()
                .filter(transfer -> transfer.stockId().itemId().equals(to.itemId()))
                .forEach(this::arrive);
        int buckets = bucketsOf(to.itemId());
        for (int step = 1; step < buckets; step++) {
            StockId from = new StockId(to.saleId(), to.itemId(), (to.bucket() + step) % buckets);
            if (send(from, to, "fetch-" + fetches++, missing, at)) {
                arrive(onTheirWay.getLast());
                return true;
            }
        }
        return false;
    }

    /** Reserved units are sold; false when there is no such reservation. */
    boolean confirm(StockId id, String purchaseId, Instant at) {
        Optional<ReservationConfirmed> confirmed = stock(id).confirm(purchaseId, at);
        confirmed.ifPresent(event -> {
            stock(id).evolve(event);
            soldUnits.merge(event.itemId(), event.units(), Integer::sum);
        });
        return confirmed.isPresent();
    }

    void release(StockId id, String purchaseId, ReleaseReason reason, Instant at) {
        stock(id).release(new ReservationRelease(purchaseId, reason), at).ifPresent(stock(id)::evolve);
    }

    /** Units paid for, by item. */
    Map<String, Integer> soldUnits() {
        return soldUnits;
    }

    private StockOnPaper stock(StockId id) {
        return stocks.computeIfAbsent(id, unused -> new StockOnPaper());
    }
}
