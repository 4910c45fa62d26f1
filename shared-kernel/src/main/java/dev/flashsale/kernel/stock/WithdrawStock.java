package dev.flashsale.kernel.stock;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Sell nothing more from this bucket: the sale was closed or cancelled before its window ended.
 *
 * @param refusal what later requests are told: {@code ENDED} or {@code CANCELLED}
 */
public record WithdrawStock(@TargetAggregateIdentifier StockId stockId, Refusal refusal, Instant at) {}
