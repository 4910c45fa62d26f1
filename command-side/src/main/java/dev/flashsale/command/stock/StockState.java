package dev.flashsale.command.stock;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import dev.flashsale.command.stock.Reservation.Status;
import dev.flashsale.kernel.stock.Offer;
import dev.flashsale.kernel.stock.PurchaseRefused;
import dev.flashsale.kernel.stock.Refusal;
import dev.flashsale.kernel.stock.ReservationConfirmed;
import dev.flashsale.kernel.stock.StockAdded;
import dev.flashsale.kernel.stock.StockAllocated;
import dev.flashsale.kernel.stock.StockEvent;
import dev.flashsale.kernel.stock.StockId;
import dev.flashsale.kernel.stock.StockReleased;
import dev.flashsale.kernel.stock.StockReserved;
import dev.flashsale.kernel.stock.StockTransferReceived;
import dev.flashsale.kernel.stock.StockTransferred;
import dev.flashsale.kernel.stock.StockWithdrawn;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a bucket knows, changed by {@link #evolve} only. It is changed in place: one bucket lives through ten thousands of
 * events in a second, and copying its maps for each of them would cost more than everything else.
 */
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.ANY,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
final class StockState {
    String saleId = "";
    String itemId = "";
    int bucket;
    String currency = "";
    Instant opensAt = Instant.MAX;
    Instant closesAt = Instant.MIN;
    long paymentWindowMs;
    Map<String, Offer> offers = new HashMap<>();

    @Nullable
    Refusal withdrawn;

    int availableUnits;
    int reservedUnits;
    int soldUnits;
    long sentUnits;
    long receivedUnits;
    long returnedUnits;

    /** By purchase, oldest first; settled ones stay, so that repeated commands find them. */
    Map<String, Reservation> reservations = new LinkedHashMap<>();

    Map<String, RefusedPurchase> refusals = new HashMap<>();

    /** Pieces, live and paid, by {@link #holding}. */
    Map<String, Integer> piecesHeld = new HashMap<>();

    /** Transfers and additions that were carried out already. */
    Set<String> carriedOut = new HashSet<>();

    /** Sequence number of the last event. */
    long version = -1;

    /** As it is now; what its maps hold never changes, so they alone are copied. */
    StockState copy() {
        StockState copy = new StockState();
        copy.saleId = saleId;
        copy.itemId = itemId;
        copy.bucket = bucket;
        copy.currency = currency;
        copy.opensAt = opensAt;
        copy.closesAt = closesAt;
        copy.paymentWindowMs = paymentWindowMs;
        copy.offers = new HashMap<>(offers);
        copy.withdrawn = withdrawn;
        copy.availableUnits = availableUnits;
        copy.reservedUnits = reservedUnits;
        copy.soldUnits = soldUnits;
        copy.sentUnits = sentUnits;
        copy.receivedUnits = receivedUnits;
        copy.returnedUnits = returnedUnits;
        copy.reservations = new LinkedHashMap<>(reservations);
        copy.refusals = new HashMap<>(refusals);
        copy.piecesHeld = new HashMap<>(piecesHeld);
        copy.carriedOut = new HashSet<>(carriedOut);
        copy.version = version;
        return copy;
    }

    StockId id() {
        return new StockId(saleId, itemId, bucket);
    }

    int piecesHeldBy(String userId, String offerId) {
        return piecesHeld.getOrDefault(holding(userId, offerId), 0);
    }

    void evolve(StockEvent event) {
        version++;
        switch (event) {
            case StockAllocated e -> allocated(e);
            case StockReserved e -> reserved(e);
            case PurchaseRefused e ->
                refusals.put(e.purchaseId(), new RefusedPurchase(e.offerId(), e.quantity(), e.reason(), version));
            case ReservationConfirmed e -> confirmed(e);
            case StockReleased e -> released(e);
            case StockAdded e -> {
                availableUnits += e.units();
                returnedUnits += e.units();
                carriedOut.add(e.additionId());
            }
            case StockWithdrawn e -> withdrawn = e.refusal();
            case StockTransferred e -> {
                availableUnits -= e.units();
                sentUnits += e.units();
                carriedOut.add(e.transferId());
            }
            case StockTransferReceived e -> {
                availableUnits += e.units();
                receivedUnits += e.units();
                carriedOut.add(e.transferId());
            }
        }
    }

    private void allocated(StockAllocated event) {
        saleId = event.saleId();
        itemId = event.itemId();
        bucket = event.bucket();
        currency = event.currency();
        opensAt = event.opensAt();
        closesAt = event.closesAt();
        paymentWindowMs = event.paymentWindowMs();
        event.offers().forEach(offer -> offers.put(offer.offerId(), offer));
        availableUnits = event.units();
    }

    private void reserved(StockReserved event) {
        availableUnits -= event.units();
        reservedUnits += event.units();
        reservations.put(
                event.purchaseId(),
                new Reservation(
                        event.userId(),
                        event.offerId(),
                        event.quantity(),
                        event.units(),
                        event.at(),
                        version,
                        Status.OPEN));
        piecesHeld.merge(holding(event.userId(), event.offerId()), event.quantity(), Integer::sum);
    }

    private void confirmed(ReservationConfirmed event) {
        reservedUnits -= event.units();
        soldUnits += event.units();
        reservations.computeIfPresent(event.purchaseId(), (id, held) -> held.as(Status.CONFIRMED));
    }

    private void released(StockReleased event) {
        reservedUnits -= event.units();
        availableUnits += event.units();
        returnedUnits += event.units();
        reservations.computeIfPresent(event.purchaseId(), (id, held) -> held.as(Status.RELEASED));
        piecesHeld.computeIfPresent(
                holding(event.userId(), event.offerId()),
                (key, pieces) -> pieces == event.quantity() ? null : pieces - event.quantity());
    }

    private static String holding(String userId, String offerId) {
        return offerId + '|' + userId;
    }
}
