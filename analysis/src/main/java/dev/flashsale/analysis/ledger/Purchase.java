package dev.flashsale.analysis.ledger;

import dev.flashsale.kernel.order.OrderPlaced;
import dev.flashsale.kernel.order.OrderState;
import dev.flashsale.kernel.stock.PurchaseRefused;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One shopper's attempt, as far as the events tell. */
public final class Purchase {
    /** How a purchase ended. */
    public enum Outcome {
        /** Not ended yet. */
        OPEN,
        /** Paid in time. */
        PAID,
        /** Reserved, and not paid in time. */
        EXPIRED,
        /** Reserved, and given back by the shopper. */
        CANCELLED,
        /** Not reserved, or not in full. */
        REFUSED
    }

    private final String purchaseId;
    private final List<Reservation> reservations = new ArrayList<>(1);
    private final List<PurchaseRefused> refusals = new ArrayList<>(0);
    private @Nullable OrderLedger order;
    private long lastIndex = -1;

    Purchase(String purchaseId) {
        this.purchaseId = purchaseId;
    }

    void add(Reservation reservation) {
        reservations.add(reservation);
    }

    void add(PurchaseRefused refusal) {
        refusals.add(refusal);
    }

    void touched(long globalIndex) {
        lastIndex = globalIndex;
    }

    OrderLedger orderOrNew() {
        OrderLedger existing = order;
        if (existing == null) {
            existing = new OrderLedger();
            order = existing;
        }
        return existing;
    }

    /** The purchase's id, and that of its order. */
    public String purchaseId() {
        return purchaseId;
    }

    /** Position of the newest event about it. */
    public long lastIndex() {
        return lastIndex;
    }

    /** Everything ever reserved for it. */
    public List<Reservation> reservations() {
        return reservations;
    }

    /** Everything ever refused to it. */
    public List<PurchaseRefused> refusals() {
        return refusals;
    }

    /** The sale that it is about; absent when no event says so. */
    public @Nullable String saleId() {
        if (!reservations.isEmpty()) {
            return reservations.getFirst().made().saleId();
        }
        if (!refusals.isEmpty()) {
            return refusals.getFirst().saleId();
        }
        OrderPlaced placed = order == null ? null : order.placed();
        return placed == null ? null : placed.saleId();
    }

    /** Whose it is, by the stock's first decision; absent when no stock decided it. */
    public @Nullable String userId() {
        if (!reservations.isEmpty()) {
            return reservations.getFirst().made().userId();
        }
        return refusals.isEmpty() ? null : refusals.getFirst().userId();
    }

    /** Whether nothing more is due to happen to it. */
    public boolean isSettled() {
        return outcome() != Outcome.OPEN
                && !hasOpenReservation()
                && (order == null || order.owed().isEmpty());
    }

    /** Its order; absent when no order event names it. */
    public @Nullable OrderLedger order() {
        return order;
    }

    /** The reservation in this bucket, an open one before a settled one. */
    public @Nullable Reservation reservationIn(String stockId) {
        Reservation found = null;
        for (Reservation reservation : reservations) {
            if (reservation.made().stockId().equals(stockId) && (found == null || reservation.isOpen())) {
                found = reservation;
            }
        }
        return found;
    }

    /** Whether any units are still held for it. */
    public boolean hasOpenReservation() {
        for (Reservation reservation : reservations) {
            if (reservation.isOpen()) {
                return true;
            }
        }
        return false;
    }

    /** Where its order stands; UNKNOWN without one. */
    public OrderState orderState() {
        return order == null ? OrderState.UNKNOWN : order.state();
    }

    /** How it ended. A bundle refused in one of its items is refused as a whole, once the others are given back. */
    public Outcome outcome() {
        return switch (orderState()) {
            case PAID -> Outcome.PAID;
            case CANCELLED -> Outcome.CANCELLED;
            case AWAITING_PAYMENT -> Outcome.OPEN;
            case EXPIRED -> refusals.isEmpty() ? Outcome.EXPIRED : Outcome.REFUSED;
            case UNKNOWN -> refusals.isEmpty() || hasOpenReservation() ? Outcome.OPEN : Outcome.REFUSED;
        };
    }
}
