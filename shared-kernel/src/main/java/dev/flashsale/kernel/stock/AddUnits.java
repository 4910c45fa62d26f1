package dev.flashsale.kernel.stock;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Put more units into one bucket. The same {@code additionId} adds once. */
public record AddUnits(@TargetAggregateIdentifier StockId stockId, String additionId, int units, Instant at) {}
