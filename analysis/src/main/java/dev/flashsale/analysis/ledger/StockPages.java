package dev.flashsale.analysis.ledger;

import dev.flashsale.kernel.stock.PurchaseRefused;
import dev.flashsale.kernel.stock.ReleaseReason;
import dev.flashsale.kernel.stock.ReservationConfirmed;
import dev.flashsale.kernel.stock.StockAdded;
import dev.flashsale.kernel.stock.StockAllocated;
import dev.flashsale.kernel.stock.StockEvent;
import dev.flashsale.kernel.stock.StockReleased;
import dev.flashsale.kernel.stock.StockReserved;
import dev.flashsale.kernel.stock.StockTransferReceived;
import dev.flashsale.kernel.stock.StockTransferred;
import dev.flashsale.kernel.stock.StockWithdrawn;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the buckets' events into the ledger. */
final class StockPages {
    private record Route(String fromStockId, String toStockId, String transferId) {}

    private record Holding(String saleId, String offerId, String userId) {}

    private final Ledger ledger;
    private final Map<String, Bucket> buckets = new HashMap<>();
    private final Map<Route, Transfer> transfers = new LinkedHashMap<>();
    private final Map<Holding, Integer> pieces = new HashMap<>();

    StockPages(Ledger ledger) {
        this.ledger = ledger;
    }

    void evolve(StockEvent event, long globalIndex) {
        Bucket bucket = buckets.computeIfAbsent(
                event.stockId(),
                id -> new Bucket(id, ledger.saleOrNew(event.saleId()).itemOrNew(event.itemId())));
        switch (event) {
            case StockAllocated e -> bucket.allocate(e);
            case StockReserved e -> reserved(bucket, e, globalIndex);
            case PurchaseRefused e -> ledger.purchaseOrNew(e.purchaseId()).add(e);
            case ReservationConfirmed e -> confirmed(bucket, e);
            case StockReleased e -> released(bucket, e);
            case StockAdded e -> added(bucket, e);
            case StockWithdrawn e -> bucket.withdraw(e);
            case StockTransferred e -> sent(bucket, e, globalIndex);
            case StockTransferReceived e -> received(bucket, e);
        }
    }

    private void reserved(Bucket bucket, StockReserved event, long globalIndex) {
        int expiredBefore = bucket.item().takeExpired(event.units());
        bucket.reserve(event.units());
        Reservation reservation = new Reservation(event, globalIndex, expiredBefore);
        ledger.purchaseOrNew(event.purchaseId()).add(reservation);
        countPieces(reservation, 1);
    }

    private void confirmed(Bucket bucket, ReservationConfirmed event) {
        bucket.sell(event.units());
        Reservation reservation = open(event.purchaseId(), event.stockId());
        if (reservation != null) {
            bucket.letGo(reservation);
            bucket.item().expiredResold += reservation.unitsThatHadExpired();
            reservation.settle(Reservation.State.CONFIRMED);
        }
    }

    private void released(Bucket bucket, StockReleased event) {
        bucket.takeBack(event.units());
        bucket.item().giveBack(event.units(), event.reason() == ReleaseReason.EXPIRED);
        Reservation reservation = open(event.purchaseId(), event.stockId());
        if (reservation != null) {
            bucket.letGo(reservation);
            reservation.settle(Reservation.State.RELEASED);
            countPieces(reservation, -1);
        }
    }

    private static void added(Bucket bucket, StockAdded event) {
        bucket.item().added += event.units();
        bucket.addAvailable(event.units());
    }

    private void sent(Bucket bucket, StockTransferred event, long globalIndex) {
        bucket.addAvailable(-event.units());
        bucket.item().inTransit += event.units();
        transfers.put(
                new Route(event.stockId(), event.toStockId(), event.transferId()), new Transfer(event, globalIndex));
    }

    private void received(Bucket bucket, StockTransferReceived event) {
        bucket.addAvailable(event.units());
        Transfer transfer = transfer(event.fromStockId(), event.stockId(), event.transferId());
        if (transfer != null && !transfer.isReceived()) {
            bucket.item().inTransit -= transfer.sent().units();
            transfer.arrive();
        }
    }

    private void countPieces(Reservation reservation, int sign) {
        if (reservation.isLead()) {
            StockReserved made = reservation.made();
            pieces.merge(
                    new Holding(made.saleId(), made.offerId(), made.userId()),
                    sign * made.quantity(),
                    (held, more) -> held + more == 0 ? null : Integer.valueOf(held + more));
        }
    }

    private @Nullable Reservation open(String purchaseId, String stockId) {
        Purchase purchase = ledger.touched(purchaseId);
        Reservation reservation = purchase == null ? null : purchase.reservationIn(stockId);
        return reservation != null && reservation.isOpen() ? reservation : null;
    }

    @Nullable
    Bucket bucket(String stockId) {
        return buckets.get(stockId);
    }

    Collection<Transfer> transfers() {
        return transfers.values();
    }

    void forgetArrived() {
        transfers.values().removeIf(Transfer::isReceived);
    }

    @Nullable
    Transfer transfer(String fromStockId, String toStockId, String transferId) {
        return transfers.get(new Route(fromStockId, toStockId, transferId));
    }

    int piecesHeld(String saleId, String offerId, String userId) {
        return pieces.getOrDefault(new Holding(saleId, offerId, userId), 0);
    }
}
