package dev.flashsale.kernel.stock;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Ask a bucket which reservations are still open although they were made before an instant. Changes nothing. */
public record ListOverdueReservations(
        @TargetAggregateIdentifier StockId stockId, Instant reservedBefore) {}
