package dev.flashsale.analysis.trace;

import dev.flashsale.kernel.order.OrderCancelled;
import dev.flashsale.kernel.order.OrderExpired;
import dev.flashsale.kernel.order.OrderPaid;
import dev.flashsale.kernel.order.OrderPlaced;
import dev.flashsale.kernel.order.PaymentNotApplied;
import dev.flashsale.kernel.order.PaymentRefunded;
import dev.flashsale.kernel.stock.PurchaseRefused;
import dev.flashsale.kernel.stock.ReservationConfirmed;
import dev.flashsale.kernel.stock.StockReleased;
import dev.flashsale.kernel.stock.StockReserved;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What brought an event about. Commands are not stored, so this is the product's own order of steps: which command makes
 * the event, who sends that command, and which events it may answer.
 */
record Cause(String command, String by, List<Class<?>> after) {
    private static final String SHOPPER = "shopper";
    private static final String SAGA = "purchase process";

    /** The cause of an event of a purchase; {@code first} when the purchase has no earlier event. */
    static @Nullable Cause of(Object payload, boolean first) {
        return switch (payload) {
            case StockReserved e -> reserved(first);
            case PurchaseRefused e -> reserved(first);
            case OrderPlaced e -> new Cause("PlaceOrder", SAGA, List.of(StockReserved.class));
            case OrderPaid e -> new Cause("PayOrder", "payment provider", List.of(OrderPlaced.class));
            case PaymentNotApplied e -> new Cause("PayOrder", "payment provider", List.of(OrderPlaced.class));
            case OrderCancelled e -> new Cause("CancelOrder", SHOPPER, List.of(OrderPlaced.class));
            case OrderExpired e ->
                new Cause(
                        "ExpireOrder",
                        e.placed() ? "payment deadline" : SAGA,
                        List.of(OrderPlaced.class, PurchaseRefused.class, StockReserved.class));
            case PaymentRefunded e -> new Cause("RecordRefund", "payments", List.of(PaymentNotApplied.class));
            case ReservationConfirmed e -> new Cause("ConfirmReservations", SAGA, List.of(OrderPaid.class));
            case StockReleased e ->
                new Cause(
                        "ReleaseReservations",
                        SAGA,
                        List.of(OrderExpired.class, OrderCancelled.class, PurchaseRefused.class));
            default -> null;
        };
    }

    /** A bundle's first item is asked for by its shopper, the others by the process. */
    private static Cause reserved(boolean first) {
        return first
                ? new Cause("ReserveStock", SHOPPER, List.of())
                : new Cause("ReserveComponents", SAGA, List.of(StockReserved.class));
    }
}
