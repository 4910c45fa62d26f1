package dev.flashsale.analysis.ledger;

import dev.flashsale.kernel.stock.Offer;
import dev.flashsale.kernel.stock.StockAllocated;
import dev.flashsale.kernel.stock.StockWithdrawn;
import org.jspecify.annotations.Nullable;

/**
 * One bucket of an item. What is available follows the units that each event names; what is reserved follows the
 * reservations themselves. The two meet only in a history that is right.
 */
public final class Bucket {
    private final String stockId;
    private final ItemLedger item;
    private @Nullable StockAllocated allocation;
    private @Nullable StockWithdrawn withdrawal;
    long available;
    long reserved;
    long reservedByEvents;
    long sold;

    Bucket(String stockId, ItemLedger item) {
        this.stockId = stockId;
        this.item = item;
        item.add(this);
    }

    void allocate(StockAllocated event) {
        if (allocation == null) {
            allocation = event;
        }
        item.allocated += event.units();
        addAvailable(event.units());
    }

    void withdraw(StockWithdrawn event) {
        withdrawal = event;
    }

    void addAvailable(int units) {
        available += units;
        item.available += units;
    }

    void reserve(int units) {
        addAvailable(-units);
        reserved += units;
        reservedByEvents += units;
        item.reserved += units;
        item.reservedEver += units;
    }

    void letGo(Reservation reservation) {
        reserved -= reservation.made().units();
        item.reserved -= reservation.made().units();
    }

    void sell(int units) {
        sold += units;
        item.sold += units;
        reservedByEvents -= units;
    }

    void takeBack(int units) {
        addAvailable(units);
        reservedByEvents -= units;
    }

    /** The bucket's id. */
    public String stockId() {
        return stockId;
    }

    /** The item that it holds. */
    public ItemLedger item() {
        return item;
    }

    /** What it was filled with; absent when no event says so. */
    public @Nullable StockAllocated allocation() {
        return allocation;
    }

    /** Why it sells nothing more; absent while it sells. */
    public @Nullable StockWithdrawn withdrawal() {
        return withdrawal;
    }

    /** The offer of this name, as the allocation stated it. */
    public @Nullable Offer offer(String offerId) {
        if (allocation == null) {
            return null;
        }
        for (Offer offer : allocation.offers()) {
            if (offer.offerId().equals(offerId)) {
                return offer;
            }
        }
        return null;
    }

    /** Units held by nobody. */
    public long available() {
        return available;
    }

    /** Units of the open reservations. */
    public long reserved() {
        return reserved;
    }

    /** Units that the events reserved, less those that they confirmed and released. */
    public long reservedByEvents() {
        return reservedByEvents;
    }

    /** Units paid for. */
    public long sold() {
        return sold;
    }
}
