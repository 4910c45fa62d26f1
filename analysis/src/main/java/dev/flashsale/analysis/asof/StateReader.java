package dev.flashsale.analysis.asof;

import dev.flashsale.analysis.asof.SaleState.BucketState;
import dev.flashsale.analysis.asof.SaleState.ItemState;
import dev.flashsale.analysis.ledger.ItemLedger;
import dev.flashsale.analysis.ledger.Ledger;
import dev.flashsale.analysis.ledger.OrderLedger;
import dev.flashsale.analysis.ledger.Purchase;
import dev.flashsale.analysis.ledger.Reservation;
import dev.flashsale.analysis.ledger.SaleLedger;
import dev.flashsale.analysis.ledger.SaleStatus;
import dev.flashsale.analysis.ledger.StoredEvent;
import dev.flashsale.kernel.attempt.Attempt;
import dev.flashsale.kernel.order.OrderPaid;
import dev.flashsale.kernel.order.OrderPlaced;
import dev.flashsale.kernel.order.OrderState;
import dev.flashsale.kernel.sale.FlashSaleEvent;
import dev.flashsale.kernel.stock.PurchaseRefused;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Folds events, and says at any time how a sale stands. */
final class StateReader {
    private final Ledger ledger = new Ledger();
    private final Map<String, SaleStatus> statuses = new HashMap<>();
    private final @Nullable List<Attempt> edge;

    /** With the attempts that the edge refused, of all sales; absent where they are not recorded. */
    StateReader(@Nullable List<Attempt> edge) {
        this.edge = edge;
    }

    void take(StoredEvent event) {
        ledger.evolve(event);
        if (event.payload() instanceof FlashSaleEvent e) {
            statuses.merge(e.saleId(), SaleStatus.UPCOMING, (status, first) -> status.after(e));
        }
    }

    List<SaleState> states(Instant now) {
        return ledger.sales().stream().map(sale -> state(sale, now)).toList();
    }

    private SaleState state(SaleLedger sale, Instant now) {
        String saleId = sale.saleId();
        Map<String, Long> reservations = new TreeMap<>();
        Map<String, Long> orders = new TreeMap<>();
        Map<String, Long> refusals = new TreeMap<>();
        long paidMinor = 0;
        for (Purchase purchase : ledger.purchases()) {
            for (Reservation reservation : purchase.reservations()) {
                if (reservation.made().saleId().equals(saleId)) {
                    reservations.merge(reservation.state().name(), 1L, Long::sum);
                }
            }
            for (PurchaseRefused refusal : purchase.refusals()) {
                if (refusal.saleId().equals(saleId)) {
                    refusals.merge(refusal.reason().name(), 1L, Long::sum);
                }
            }
            OrderLedger order = purchase.order();
            OrderPlaced placed = order == null ? null : order.placed();
            if (order != null && placed != null && placed.saleId().equals(saleId)) {
                orders.merge(order.state().name(), 1L, Long::sum);
                OrderPaid paid = order.paid();
                paidMinor += paid != null && order.state() == OrderState.PAID ? paid.amountMinor() : 0;
            }
        }
        var scheduled = sale.scheduled();
        return new SaleState(
                saleId,
                scheduled == null ? "" : scheduled.title(),
                statuses.getOrDefault(saleId, SaleStatus.UPCOMING).name(),
                sale.items().values().stream().map(StateReader::item).toList(),
                reservations,
                orders,
                refusals,
                edge(saleId, now),
                paidMinor,
                scheduled == null ? "" : scheduled.currency());
    }

    private static ItemState item(ItemLedger item) {
        List<BucketState> buckets = item.buckets().stream()
                .map(bucket -> new BucketState(bucket.stockId(), bucket.available(), bucket.reserved(), bucket.sold()))
                .sorted(Comparator.comparing(BucketState::stockId))
                .toList();
        return new ItemState(
                item.itemId(), item.stock(), item.available(), item.inTransit(), item.reserved(), item.sold(), buckets);
    }

    private @Nullable Map<String, Long> edge(String saleId, Instant now) {
        if (edge == null) {
            return null;
        }
        long until = Attempt.micros(now);
        Map<String, Long> reasons = new TreeMap<>();
        for (Attempt attempt : edge) {
            if (attempt.saleId().equals(saleId) && attempt.atEpochMicros() <= until) {
                reasons.merge(attempt.reason(), 1L, Long::sum);
            }
        }
        return reasons;
    }
}
