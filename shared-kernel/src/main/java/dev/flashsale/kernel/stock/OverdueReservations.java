package dev.flashsale.kernel.stock;

import java.util.List;

/** Open reservations of one bucket, oldest first; at most a few hundred per answer. */
public record OverdueReservations(List<String> purchaseIds) {
    public OverdueReservations {
        purchaseIds = List.copyOf(purchaseIds);
    }
}
