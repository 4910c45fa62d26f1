package dev.flashsale.kernel.stock;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Put transferred units into the receiving bucket. The same {@code transferId} is received once. */
public record ReceiveTransfer(
        @TargetAggregateIdentifier StockId stockId, StockId from, String transferId, int units, Instant at) {}
