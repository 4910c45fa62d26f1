package dev.flashsale.bench.axon;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What the idiomatic design says to itself. */
final class Messages {
    private Messages() {}

    record PutOnSale(@TargetAggregateIdentifier String saleId, int units) {}

    record Reserve(
            @TargetAggregateIdentifier String saleId, String purchaseId, String userId, String offerId, int quantity) {}

    record PlaceOrder(
            @TargetAggregateIdentifier String orderId,
            String saleId,
            String userId,
            String offerId,
            int quantity,
            long amountMinor) {}

    record UnitsPutOnSale(String saleId, int units) {}

    record UnitReserved(
            String saleId,
            String purchaseId,
            String userId,
            String offerId,
            int quantity,
            long amountMinor,
            int remainingUnits,
            Instant at) {}

    record OrderPlaced(
            String orderId, String saleId, String userId, String offerId, int quantity, long amountMinor, Instant at) {}

    /** The answer to a purchase. */
    enum Verdict {
        RESERVED,
        SOLD_OUT,
        LIMIT_EXCEEDED
    }
}
