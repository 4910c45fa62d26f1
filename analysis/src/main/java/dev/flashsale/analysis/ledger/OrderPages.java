package dev.flashsale.analysis.ledger;

import dev.flashsale.kernel.order.OrderCancelled;
import dev.flashsale.kernel.order.OrderEvent;
import dev.flashsale.kernel.order.OrderExpired;
import dev.flashsale.kernel.order.OrderPaid;
import dev.flashsale.kernel.order.OrderPlaced;
import dev.flashsale.kernel.order.OrderState;
import dev.flashsale.kernel.order.PaymentNotApplied;
import dev.flashsale.kernel.order.PaymentRefunded;

/** Writes an order's events into the ledger. */
final class OrderPages {
    private OrderPages() {}

    static void evolve(Ledger ledger, OrderEvent event) {
        OrderLedger order = ledger.purchaseOrNew(event.orderId()).orderOrNew();
        switch (event) {
            case OrderPlaced e -> order.place(e);
            case OrderPaid e -> order.pay(e);
            case OrderExpired e -> order.end(OrderState.EXPIRED);
            case OrderCancelled e -> order.end(OrderState.CANCELLED);
            case PaymentNotApplied e -> order.owe(e);
            case PaymentRefunded e -> order.refund(e);
        }
    }
}
