package dev.flashsale.analysis.tables;

import dev.flashsale.kernel.order.OrderCancelled;
import dev.flashsale.kernel.order.OrderEvent;
import dev.flashsale.kernel.order.OrderExpired;
import dev.flashsale.kernel.order.OrderPaid;
import dev.flashsale.kernel.order.OrderPlaced;
import dev.flashsale.kernel.order.OrderState;
import dev.flashsale.kernel.order.PaymentNotApplied;
import dev.flashsale.kernel.order.PaymentRefunded;
import dev.flashsale.kernel.stock.PurchaseRefused;
import dev.flashsale.kernel.stock.ReservationConfirmed;
import dev.flashsale.kernel.stock.StockEvent;
import dev.flashsale.kernel.stock.StockReleased;
import dev.flashsale.kernel.stock.StockReserved;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When what happened to one purchase, by the times at which its events were stored. */
final class PurchaseStory {
    final String purchaseId;
    final long firstIndex;
    final Instant firstStoredAt;
    String saleId = "";
    String userId = "";
    String offerId = "";
    int quantity;
    Instant decidedAt = Instant.EPOCH;
    boolean reserved;

    @Nullable
    String refusal;

    @Nullable
    OrderPlaced placed;

    @Nullable
    Instant placedAt;

    OrderState state = OrderState.UNKNOWN;

    @Nullable
    Instant endedAt;

    @Nullable
    String paymentId;

    @Nullable
    Instant settledAt;

    boolean compensated;
    private boolean told;

    PurchaseStory(String purchaseId, long firstIndex, Instant firstStoredAt) {
        this.purchaseId = purchaseId;
        this.firstIndex = firstIndex;
        this.firstStoredAt = firstStoredAt;
    }

    static @Nullable String purchaseOf(Object payload) {
        return switch (payload) {
            case StockReserved e -> e.purchaseId();
            case PurchaseRefused e -> e.purchaseId();
            case ReservationConfirmed e -> e.purchaseId();
            case StockReleased e -> e.purchaseId();
            case OrderEvent e -> e.orderId();
            default -> null;
        };
    }

    void take(Object payload, Instant storedAt) {
        switch (payload) {
            case StockReserved e -> {
                tell(e, e.userId(), e.offerId(), e.quantity());
                reserved = true;
            }
            case PurchaseRefused e -> {
                tell(e, e.userId(), e.offerId(), e.quantity());
                refusal = e.reason().name();
            }
            case ReservationConfirmed e -> settledAt = storedAt;
            case StockReleased e -> {
                settledAt = storedAt;
                compensated = true;
            }
            case OrderEvent e -> takeOrder(e, storedAt);
            default -> {}
        }
    }

    private void tell(StockEvent event, String user, String offer, int pieces) {
        if (!told) {
            told = true;
            saleId = event.saleId();
            decidedAt = event.at();
            userId = user;
            offerId = offer;
            quantity = pieces;
        }
    }

    private void takeOrder(OrderEvent event, Instant storedAt) {
        switch (event) {
            case OrderPlaced e -> {
                placed = e;
                placedAt = storedAt;
                state = OrderState.AWAITING_PAYMENT;
            }
            case OrderPaid e -> {
                paymentId = e.paymentId();
                end(OrderState.PAID, storedAt);
            }
            case OrderExpired e -> end(OrderState.EXPIRED, storedAt);
            case OrderCancelled e -> end(OrderState.CANCELLED, storedAt);
            case PaymentNotApplied e -> {}
            case PaymentRefunded e -> {}
        }
    }

    private void end(OrderState end, Instant storedAt) {
        state = end;
        endedAt = storedAt;
    }

    static @Nullable Double millis(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null ? null : Duration.between(from, to).toNanos() / 1e6;
    }
}
