package dev.flashsale.query.order;

import dev.flashsale.kernel.order.OrderState;
import dev.flashsale.query.orderrow.OrderRow;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An order, as its shopper reads it.
 *
 * @param amountMinor what is to be paid, in minor units
 * @param payBy until when it may be paid
 * @param serverTime when this was answered
 */
record OrderAnswer(
        String orderId,
        String purchaseId,
        String saleId,
        String offerId,
        int quantity,
        long amountMinor,
        String currency,
        OrderState status,
        Instant placedAt,
        Instant payBy,
        Instant serverTime) {
    static OrderAnswer of(OrderView view, Instant now) {
        return new OrderAnswer(
                view.orderId(),
                view.orderId(),
                known(view.saleId()),
                known(view.offerId()),
                known(view.quantity()),
                known(view.amountMinor()),
                known(view.currency()),
                OrderState.valueOf(known(view.status())),
                Instant.parse(known(view.placedAt())),
                Instant.parse(known(view.payBy())),
                now);
    }

    static OrderAnswer of(OrderRow row, Instant now) {
        return new OrderAnswer(
                row.orderId(),
                row.orderId(),
                row.saleId(),
                row.offerId(),
                row.quantity(),
                row.amountMinor(),
                row.currency(),
                row.status(),
                row.placedAt(),
                row.payBy(),
                now);
    }

    private static <T> T known(@Nullable T value) {
        return Objects.requireNonNull(value, "facts of an order are written together");
    }
}
