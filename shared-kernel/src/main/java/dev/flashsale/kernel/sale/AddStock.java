package dev.flashsale.kernel.sale;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Put more units of an item on sale.
 *
 * @param additionId chosen by the sender, so that asking twice for the same item adds once
 * @param units units to add, spread over the item's buckets
 */
public record AddStock(
        @TargetAggregateIdentifier String saleId, String itemId, String additionId, int units, Instant at) {}
