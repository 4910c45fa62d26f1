package dev.flashsale.command.order;

import dev.flashsale.kernel.order.CancelOrder;
import dev.flashsale.kernel.order.ExpireOrder;
import dev.flashsale.kernel.order.OrderCancelled;
import dev.flashsale.kernel.order.OrderEvent;
import dev.flashsale.kernel.order.OrderExpired;
import dev.flashsale.kernel.order.OrderPaid;
import dev.flashsale.kernel.order.OrderPlaced;
import dev.flashsale.kernel.order.OrderState;
import dev.flashsale.kernel.order.PayOrder;
import dev.flashsale.kernel.order.PaymentNotApplied;
import dev.flashsale.kernel.order.PaymentRefunded;
import dev.flashsale.kernel.order.PlaceOrder;
import dev.flashsale.kernel.order.RecordRefund;
import dev.flashsale.kernel.order.UnappliedReason;
import java.util.Optional;

/** Decides pay-versus-expire-versus-cancel: whichever comes first here is final. */
final class OrderDecider {
    private OrderDecider() {}

    static Optional<OrderEvent> place(OrderHistory order, PlaceOrder command) {
        if (order.state != OrderState.UNKNOWN) {
            return Optional.empty();
        }
        return Optional.of(new OrderPlaced(
                command.orderId(),
                command.saleId(),
                command.userId(),
                command.offerId(),
                command.quantity(),
                command.lines(),
                command.amountMinor(),
                command.currency(),
                command.payBy(),
                command.at()));
    }

    /** Money is taken as long as the order waits for it: until it expires, its units are held. */
    static Optional<OrderEvent> pay(OrderHistory order, PayOrder command) {
        String paymentId = command.paymentId();
        if (paymentId.equals(order.appliedPaymentId) || order.notApplied.containsKey(paymentId)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (order.state) {
                    case AWAITING_PAYMENT ->
                        command.amountMinor() == order.amountMinor
                                        && command.currency().equals(order.currency)
                                ? new OrderPaid(
                                        command.orderId(),
                                        paymentId,
                                        command.amountMinor(),
                                        command.currency(),
                                        command.at())
                                : notApplied(command, UnappliedReason.WRONG_AMOUNT);
                    case PAID -> notApplied(command, UnappliedReason.ALREADY_PAID);
                    case CANCELLED -> notApplied(command, UnappliedReason.ORDER_CANCELLED);
                    case EXPIRED, UNKNOWN -> notApplied(command, UnappliedReason.TOO_LATE);
                });
    }

    private static PaymentNotApplied notApplied(PayOrder command, UnappliedReason reason) {
        return new PaymentNotApplied(
                command.orderId(),
                command.paymentId(),
                command.amountMinor(),
                command.currency(),
                reason,
                command.at());
    }

    /** Before {@code payBy} nothing expires, whatever the sender's clock says. */
    static Optional<OrderEvent> expire(OrderHistory order, ExpireOrder command) {
        return switch (order.state) {
            case UNKNOWN -> Optional.of(new OrderExpired(command.orderId(), false, command.at()));
            case AWAITING_PAYMENT ->
                order.payBy != null && command.at().isBefore(order.payBy)
                        ? Optional.empty()
                        : Optional.of(new OrderExpired(command.orderId(), true, command.at()));
            case PAID, EXPIRED, CANCELLED -> Optional.empty();
        };
    }

    static Optional<OrderEvent> cancel(OrderHistory order, CancelOrder command) {
        return order.state == OrderState.AWAITING_PAYMENT && order.userId.equals(command.userId())
                ? Optional.of(new OrderCancelled(command.orderId(), command.at()))
                : Optional.empty();
    }

    static Optional<OrderEvent> refund(OrderHistory order, RecordRefund command) {
        PaymentNotApplied money = order.notApplied.get(command.paymentId());
        if (money == null || order.refunded.contains(command.paymentId())) {
            return Optional.empty();
        }
        return Optional.of(new PaymentRefunded(
                command.orderId(),
                command.paymentId(),
                command.refundId(),
                money.amountMinor(),
                money.currency(),
                command.at()));
    }

    /** Where the order stands, as far as this user may know. */
    static OrderState stateFor(OrderHistory order, String userId) {
        return order.userId.equals(userId) ? order.state : OrderState.UNKNOWN;
    }
}
