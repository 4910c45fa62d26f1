package dev.flashsale.command.stock;

import java.time.Instant;

/** What one purchase holds in this bucket. */
record Reservation(
        String userId,
        String offerId,
        int quantity,
        int units,
        Instant reservedAt,
        long sequenceNumber,
        Status status) {

    enum Status {
        OPEN,
        CONFIRMED,
        RELEASED
    }

    Reservation as(Status settled) {
        return new Reservation(userId, offerId, quantity, units, reservedAt, sequenceNumber, settled);
    }

    boolean isOpen() {
        return status == Status.OPEN;
    }
}
