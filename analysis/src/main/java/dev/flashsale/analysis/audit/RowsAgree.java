package dev.flashsale.analysis.audit;

import dev.flashsale.analysis.ledger.Ledger;
import dev.flashsale.analysis.ledger.OrderLedger;
import dev.flashsale.analysis.ledger.Purchase;
import dev.flashsale.kernel.order.OrderPlaced;
import dev.flashsale.kernel.order.OrderState;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** W-3. A row may lag behind the events as long as things are moving; it may never say something else. */
final class RowsAgree {
    /** PostgreSQL keeps microseconds and rounds what is finer. */
    private static final Duration ROUNDING = Duration.ofNanos(1_000);

    private RowsAgree() {}

    static void check(Collection<OrderRow> rows, Ledger ledger, End end, Findings findings) {
        Set<String> shown = new HashSet<>();
        for (OrderRow row : rows) {
            Purchase purchase = ledger.purchase(row.orderId());
            OrderLedger order = purchase == null ? null : purchase.order();
            expect(
                    shown.add(row.orderId()) && isSame(row, order) && isStatus(row, order, end.quiescent()),
                    row.orderId(),
                    () -> "the row says " + row + ", which the events do not",
                    end,
                    findings);
        }
        if (end.quiescent()) {
            for (Purchase purchase : ledger.purchases()) {
                OrderLedger order = purchase.order();
                if (order != null && order.placed() != null) {
                    String id = purchase.purchaseId();
                    expect(shown.contains(id), id, () -> "an order without a row", end, findings);
                }
            }
        }
    }

    private static void expect(boolean holds, String orderId, Supplier<String> detail, End end, Findings findings) {
        findings.check(Invariant.ROWS_AGREE, holds, end.lastIndex(), orderId, detail);
    }

    private static boolean isSame(OrderRow row, @Nullable OrderLedger order) {
        OrderPlaced placed = order == null ? null : order.placed();
        return placed != null
                && row.saleId().equals(placed.saleId())
                && row.userId().equals(placed.userId())
                && row.offerId().equals(placed.offerId())
                && row.quantity() == placed.quantity()
                && row.amountMinor() == placed.amountMinor()
                && row.currency().equals(placed.currency())
                && isSame(row.placedAt(), placed.at())
                && isSame(row.payBy(), placed.payBy());
    }

    private static boolean isSame(Instant shown, Instant stored) {
        return Duration.between(shown, stored).abs().compareTo(ROUNDING) < 0;
    }

    private static boolean isStatus(OrderRow row, @Nullable OrderLedger order, boolean quiescent) {
        OrderState state = order == null ? OrderState.UNKNOWN : order.state();
        boolean lags = !quiescent && row.status().equals(OrderState.AWAITING_PAYMENT.name());
        return lags || row.status().equals(state.name());
    }
}
