package dev.flashsale.analysis.ledger;

import dev.flashsale.kernel.order.OrderPaid;
import dev.flashsale.kernel.order.OrderPlaced;
import dev.flashsale.kernel.order.OrderState;
import dev.flashsale.kernel.order.PaymentNotApplied;
import dev.flashsale.kernel.order.PaymentRefunded;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One order and the money that came and went for it. */
public final class OrderLedger {
    private @Nullable OrderPlaced placed;
    private @Nullable OrderPaid paid;
    private OrderState state = OrderState.UNKNOWN;
    private final Map<String, PaymentNotApplied> owed = new LinkedHashMap<>(0);
    private final Map<String, PaymentRefunded> refunded = new LinkedHashMap<>(0);

    void place(OrderPlaced event) {
        if (placed == null) {
            placed = event;
        }
        if (state == OrderState.UNKNOWN) {
            state = OrderState.AWAITING_PAYMENT;
        }
    }

    void pay(OrderPaid event) {
        if (paid == null) {
            paid = event;
        }
        end(OrderState.PAID);
    }

    void end(OrderState end) {
        if (!isFinal()) {
            state = end;
        }
    }

    void owe(PaymentNotApplied event) {
        owed.put(event.paymentId(), event);
    }

    void refund(PaymentRefunded event) {
        owed.remove(event.paymentId());
        refunded.put(event.paymentId(), event);
    }

    /** The event that placed it; absent when it never was. */
    public @Nullable OrderPlaced placed() {
        return placed;
    }

    /** The payment that settled it; absent when none did. */
    public @Nullable OrderPaid paid() {
        return paid;
    }

    /** Where it stands: the first end counts. */
    public OrderState state() {
        return state;
    }

    /** Whether it has ended. */
    public boolean isFinal() {
        return state == OrderState.PAID || state == OrderState.EXPIRED || state == OrderState.CANCELLED;
    }

    /** Payments that were not applied and not yet refunded, by paymentId. */
    public Map<String, PaymentNotApplied> owed() {
        return owed;
    }

    /** Refunds, by paymentId. */
    public Map<String, PaymentRefunded> refunded() {
        return refunded;
    }
}
