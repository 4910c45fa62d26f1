package dev.flashsale.analysis.ledger;

import dev.flashsale.kernel.stock.StockReserved;

/** Units that one bucket holds, or held, for a purchase. */
public final class Reservation {
    /** How a reservation stands; the last two are final. */
    public enum State {
        /** Neither sold nor given back. */
        OPEN,
        /** Sold. */
        CONFIRMED,
        /** Given back. */
        RELEASED
    }

    private final StockReserved made;
    private final long globalIndex;
    private final int unitsThatHadExpired;
    private State state = State.OPEN;

    Reservation(StockReserved made, long globalIndex, int unitsThatHadExpired) {
        this.made = made;
        this.globalIndex = globalIndex;
        this.unitsThatHadExpired = unitsThatHadExpired;
    }

    /** The event that made it. */
    public StockReserved made() {
        return made;
    }

    /** Position of the event that made it. */
    public long globalIndex() {
        return globalIndex;
    }

    /** Units of it that an earlier shopper had held and let expire. */
    public int unitsThatHadExpired() {
        return unitsThatHadExpired;
    }

    /** How it stands. */
    public State state() {
        return state;
    }

    /** Whether the units are still held. */
    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** Whether it is the one that counts for the shopper's limit: that of the offer's first item. */
    public boolean isLead() {
        return made.components().isEmpty()
                || made.components().getFirst().itemId().equals(made.itemId());
    }

    void settle(State end) {
        state = end;
    }
}
