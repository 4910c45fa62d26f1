package dev.flashsale.kernel.stock;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * This bucket sells nothing more, before the end of its window.
 *
 * @param refusal what later requests are told: ENDED or CANCELLED
 */
@Revision("1")
public record StockWithdrawn(String stockId, String saleId, String itemId, int bucket, Refusal refusal, Instant at)
        implements StockEvent {}
