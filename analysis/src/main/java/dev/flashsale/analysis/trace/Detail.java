package dev.flashsale.analysis.trace;

import dev.flashsale.kernel.order.OrderExpired;
import dev.flashsale.kernel.order.OrderPaid;
import dev.flashsale.kernel.order.OrderPlaced;
import dev.flashsale.kernel.order.PaymentNotApplied;
import dev.flashsale.kernel.order.PaymentRefunded;
import dev.flashsale.kernel.stock.PurchaseRefused;
import dev.flashsale.kernel.stock.ReservationConfirmed;
import dev.flashsale.kernel.stock.StockReleased;
import dev.flashsale.kernel.stock.StockReserved;

/** The few words of an event that its reader wants to see. */
final class Detail {
    private Detail() {}

    static String of(Object payload) {
        return switch (payload) {
            case StockReserved e ->
                "%d of %s, bucket %d, %d minor units of %s, pay by %s"
                        .formatted(e.units(), e.itemId(), e.bucket(), e.amountMinor(), e.currency(), e.payBy());
            case PurchaseRefused e -> "%s: %s, bucket %d".formatted(e.reason(), e.itemId(), e.bucket());
            case ReservationConfirmed e -> "%d of %s sold".formatted(e.units(), e.itemId());
            case StockReleased e -> "%d of %s back: %s".formatted(e.units(), e.itemId(), e.reason());
            case OrderPlaced e -> "%d minor units of %s".formatted(e.amountMinor(), e.currency());
            case OrderPaid e -> "%d minor units of %s".formatted(e.amountMinor(), e.currency());
            case OrderExpired e -> e.placed() ? "not paid in time" : "never placed";
            case PaymentNotApplied e -> "%s: %d minor units".formatted(e.reason(), e.amountMinor());
            case PaymentRefunded e -> "%d minor units of %s".formatted(e.amountMinor(), e.currency());
            default -> "";
        };
    }
}
