package dev.flashsale.kernel.stock;

import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Put reserved units back on sale. Unknown or settled reservations change nothing. */
public record ReleaseReservations(
        @TargetAggregateIdentifier StockId stockId, List<ReservationRelease> releases, Instant at) {
    public ReleaseReservations {
        releases = List.copyOf(releases);
    }
}
