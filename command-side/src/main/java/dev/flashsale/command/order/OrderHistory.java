package dev.flashsale.command.order;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import dev.flashsale.kernel.order.OrderCancelled;
import dev.flashsale.kernel.order.OrderEvent;
import dev.flashsale.kernel.order.OrderExpired;
import dev.flashsale.kernel.order.OrderPaid;
import dev.flashsale.kernel.order.OrderPlaced;
import dev.flashsale.kernel.order.OrderState;
import dev.flashsale.kernel.order.PaymentNotApplied;
import dev.flashsale.kernel.order.PaymentRefunded;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an order knows, changed by {@link #evolve} only. */
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.ANY,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
final class OrderHistory {
    OrderState state = OrderState.UNKNOWN;
    String userId = "";
    long amountMinor;
    String currency = "";

    @Nullable
    Instant payBy;

    @Nullable
    String appliedPaymentId;

    Map<String, PaymentNotApplied> notApplied = new HashMap<>();
    Set<String> refunded = new HashSet<>();

    void evolve(OrderEvent event) {
        switch (event) {
            case OrderPlaced e -> {
                state = OrderState.AWAITING_PAYMENT;
                userId = e.userId();
                amountMinor = e.amountMinor();
                currency = e.currency();
                payBy = e.payBy();
            }
            case OrderPaid e -> {
                state = OrderState.PAID;
                appliedPaymentId = e.paymentId();
            }
            case OrderExpired e -> state = OrderState.EXPIRED;
            case OrderCancelled e -> state = OrderState.CANCELLED;
            case PaymentNotApplied e -> notApplied.put(e.paymentId(), e);
            case PaymentRefunded e -> refunded.add(e.paymentId());
        }
    }
}
