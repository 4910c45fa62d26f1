package dev.flashsale.analysis.report;

import dev.flashsale.kernel.order.OrderCancelled;
import dev.flashsale.kernel.order.OrderEvent;
import dev.flashsale.kernel.order.OrderExpired;
import dev.flashsale.kernel.order.OrderPaid;
import dev.flashsale.kernel.order.OrderPlaced;
import dev.flashsale.kernel.order.PaymentNotApplied;
import dev.flashsale.kernel.order.PaymentRefunded;
import dev.flashsale.kernel.order.UnappliedReason;
import dev.flashsale.kernel.sale.FlashSaleScheduled;
import dev.flashsale.kernel.stock.PurchaseRefused;
import dev.flashsale.kernel.stock.ReleaseReason;
import dev.flashsale.kernel.stock.ReservationConfirmed;
import dev.flashsale.kernel.stock.StockAllocated;
import dev.flashsale.kernel.stock.StockEvent;
import dev.flashsale.kernel.stock.StockReleased;
import dev.flashsale.kernel.stock.StockReserved;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happened in one sale, gathered event by event, and what its edge refused. */
final class SaleStory {
    final String saleId;
    final UnitsCurve units = new UnitsCurve();
    final Edge edge = new Edge();
    final Map<ReleaseReason, Long> releases = new EnumMap<>(ReleaseReason.class);
    final Map<UnappliedReason, Long> unapplied = new EnumMap<>(UnappliedReason.class);
    long refunds;

    @Nullable
    FlashSaleScheduled scheduled;

    @Nullable
    StockAllocated allocated;

    private final Map<String, Attempt> attempts = new LinkedHashMap<>();
    private final Map<Step, Samples> steps = new EnumMap<>(Step.class);

    SaleStory(String saleId) {
        this.saleId = saleId;
    }

    void on(StockEvent event, Instant stored) {
        switch (event) {
            case StockAllocated e -> allocated = allocated == null ? e : allocated;
            case StockReserved e -> reserved(e, stored);
            case PurchaseRefused e -> refused(e, stored);
            case ReservationConfirmed e -> confirmed(e, stored);
            case StockReleased e -> released(e, stored);
            default -> {}
        }
    }

    private void reserved(StockReserved e, Instant stored) {
        Attempt attempt = attempts.computeIfAbsent(
                e.purchaseId(), id -> new Attempt(id, e.userId(), e.offerId(), e.quantity(), e.at(), stored));
        if (!attempt.reserved) {
            attempt.reserved = true;
            attempt.amountMinor = e.amountMinor();
            measure(Step.STORED, e.at(), stored);
        }
    }

    private void refused(PurchaseRefused e, Instant stored) {
        Attempt attempt = attempts.computeIfAbsent(
                e.purchaseId(), id -> new Attempt(id, e.userId(), e.offerId(), e.quantity(), e.at(), stored));
        if (attempt.refusal == null) {
            attempt.refusal = e.reason();
            measure(Step.STORED, e.at(), stored);
        }
    }

    private void confirmed(ReservationConfirmed e, Instant stored) {
        Attempt attempt = attempts.get(e.purchaseId());
        if (attempt != null) {
            attempt.settledAt = stored;
            measure(Step.DELIVERED, attempt.paidAt, stored);
        }
    }

    private void released(StockReleased e, Instant stored) {
        releases.merge(e.reason(), 1L, Long::sum);
        Attempt attempt = attempts.get(e.purchaseId());
        if (attempt != null) {
            attempt.settledAt = stored;
            attempt.released = e.reason();
            measure(Step.RELEASED, attempt.endedAt, stored);
        }
    }

    void on(OrderEvent event, Instant stored) {
        Attempt attempt = attempts.get(event.orderId());
        if (attempt == null) {
            return;
        }
        switch (event) {
            case OrderPlaced e -> {
                attempt.placedAt = stored;
                attempt.amountMinor = e.amountMinor();
                attempt.payBy = e.payBy();
                measure(Step.PLACED, attempt.storedAt, stored);
            }
            case OrderPaid e -> {
                attempt.paidAt = stored;
                measure(Step.PAID, attempt.placedAt, stored);
            }
            case OrderExpired e -> {
                attempt.endedAt = stored;
                measure(Step.EXPIRED, attempt.payBy, stored);
            }
            case OrderCancelled e -> attempt.endedAt = stored;
            case PaymentNotApplied e -> unapplied.merge(e.reason(), 1L, Long::sum);
            case PaymentRefunded e -> refunds++;
        }
    }

    private void measure(Step step, @Nullable Instant from, Instant to) {
        if (from != null) {
            steps.computeIfAbsent(step, s -> new Samples()).add(micros(from, to));
        }
    }

    static long micros(Instant from, Instant to) {
        return Math.floorDiv(Duration.between(from, to).toNanos(), 1_000L);
    }

    /** In the order of their first decision. */
    Collection<Attempt> attempts() {
        return attempts.values();
    }

    /** Those that were measured at all. */
    Map<Step, Samples> steps() {
        return steps;
    }

    /** When it opens; the instant of its first attempt when no event says so. */
    Instant opensAt() {
        if (scheduled != null) {
            return scheduled.opensAt();
        }
        if (allocated != null) {
            return allocated.opensAt();
        }
        return attempts.values().stream()
                .map(attempt -> attempt.decidedAt)
                .findFirst()
                .orElse(Instant.EPOCH);
    }

    String title() {
        return scheduled == null ? saleId : scheduled.title();
    }

    String currency() {
        return scheduled != null ? scheduled.currency() : allocated != null ? allocated.currency() : "";
    }
}
