package dev.flashsale.kernel.stock;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Ask a bucket to send units to a sibling of the same item; to any other stock it sends nothing. Answered by a {@link TransferAnswer}.
 *
 * @param stockId the giving bucket
 * @param to the receiving bucket
 * @param transferId chosen by the sender; repeating it transfers once
 * @param wantedUnits how many units the sibling lacks; the bucket gives up to half of what it has, or this if it is
 *     more. 0 asks for the level only
 */
public record TransferStock(
        @TargetAggregateIdentifier StockId stockId, StockId to, String transferId, int wantedUnits, Instant at) {}
