package dev.flashsale.kernel.stock;

import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Decide a batch of purchase requests in their order of arrival: the group commit's one command.
 *
 * @param requests at most {@link #MAX_REQUESTS}
 * @param at the instant that decides whether the sale's window is open
 * @param notAfter a handler that starts later than this refuses the whole command, because whoever asked has been told
 *     "unknown" by then
 */
public record ReserveStock(
        @TargetAggregateIdentifier StockId stockId, List<PurchaseRequest> requests, Instant at, Instant notAfter) {
    /** Largest batch that one command may carry. */
    public static final int MAX_REQUESTS = 1_024;

    public ReserveStock {
        requests = List.copyOf(requests);
    }
}
