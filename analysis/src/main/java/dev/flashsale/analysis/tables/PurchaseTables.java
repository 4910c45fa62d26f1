package dev.flashsale.analysis.tables;

import dev.flashsale.analysis.ledger.Ledger;
import dev.flashsale.analysis.ledger.Purchase;
import dev.flashsale.analysis.ledger.StoredEvent;
import dev.flashsale.analysis.store.EventSource;
import dev.flashsale.analysis.store.RawEvent;
import dev.flashsale.kernel.attempt.Attempt;
import dev.flashsale.kernel.attempt.GateReason;
import dev.flashsale.kernel.order.OrderPlaced;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of every purchase: attempts, purchases, orders, and the process behind each. */
final class PurchaseTables implements Producer {
    private static final TableShape PURCHASES = TableShape.of(
            "purchases",
            "one purchase that a stock decided",
            Column.text("purchase_id"),
            Column.text("sale_id"),
            Column.text("user_id"),
            Column.text("offer_id"),
            Column.integer("quantity"),
            Column.bigint("decided_index"),
            Column.time("decided_at"),
            Column.text("outcome"),
            Column.text("refusal"),
            Column.time("ended_at"));

    private static final TableShape ORDERS = TableShape.of(
            "orders",
            "one order, as its events leave it",
            Column.text("order_id"),
            Column.text("sale_id"),
            Column.text("user_id"),
            Column.text("offer_id"),
            Column.integer("quantity"),
            Column.bigint("amount_minor"),
            Column.text("currency"),
            Column.text("status"),
            Column.time("placed_at"),
            Column.time("pay_by"),
            Column.time("ended_at"),
            Column.text("payment_id"));

    private static final TableShape SAGAS = TableShape.of(
            "sagas",
            "the process of one reserved purchase, by the times at which its events were stored",
            Column.text("purchase_id"),
            Column.text("sale_id"),
            Column.text("outcome"),
            Column.time("reserved_at"),
            Column.time("placed_at"),
            Column.time("ended_at"),
            Column.time("settled_at"),
            Column.real("reserved_to_placed_ms"),
            Column.real("placed_to_ended_ms"),
            Column.real("ended_to_settled_ms"),
            Column.bool("compensated"));

    private static final TableShape ATTEMPTS = TableShape.of(
            "attempts",
            "one attempt to buy, in the order of arrival: decided by a stock, or refused before that at the edge",
            Column.bigint("arrival"),
            Column.time("decided_at"),
            Column.text("decided_by"),
            Column.text("sale_id"),
            Column.text("user_id"),
            Column.bool("user_verified"),
            Column.text("offer_id"),
            Column.integer("quantity"),
            Column.bool("accepted"),
            Column.text("reason"),
            Column.text("purchase_id"),
            Column.bigint("global_index"));

    private final Map<String, PurchaseStory> stories = new LinkedHashMap<>();
    private @Nullable Ledger ledger;

    @Override
    public List<TableShape> tables() {
        return List.of(ATTEMPTS, PURCHASES, ORDERS, SAGAS);
    }

    @Override
    public void accept(RawEvent raw, StoredEvent event, Ledger upToNow, Rows rows) {
        ledger = upToNow;
        String purchaseId = PurchaseStory.purchaseOf(event.payload());
        if (purchaseId != null) {
            stories.computeIfAbsent(purchaseId, id -> new PurchaseStory(id, raw.globalIndex(), raw.timestamp()))
                    .take(event.payload(), raw.timestamp());
        }
    }

    @Override
    public void end(EventSource source, Rows rows) throws IOException {
        for (PurchaseStory story : stories.values()) {
            purchase(story, rows);
            OrderPlaced placed = story.placed;
            if (placed != null) {
                order(story, placed, rows);
            }
            if (story.reserved) {
                saga(story, rows);
            }
        }
        attempts(source, rows);
    }

    private String outcome(PurchaseStory story) {
        Purchase purchase = ledger == null ? null : ledger.purchase(story.purchaseId);
        return purchase == null ? "" : purchase.outcome().name();
    }

    private void purchase(PurchaseStory story, Rows rows) {
        rows.add(
                PURCHASES,
                story.purchaseId,
                story.saleId,
                story.userId,
                story.offerId,
                story.quantity,
                story.firstIndex,
                story.decidedAt,
                outcome(story),
                story.refusal,
                story.endedAt);
    }

    private static void order(PurchaseStory story, OrderPlaced placed, Rows rows) {
        rows.add(
                ORDERS,
                story.purchaseId,
                placed.saleId(),
                placed.userId(),
                placed.offerId(),
                placed.quantity(),
                placed.amountMinor(),
                placed.currency(),
                story.state.name(),
                story.placedAt,
                placed.payBy(),
                story.endedAt,
                story.paymentId);
    }

    private void saga(PurchaseStory story, Rows rows) {
        rows.add(
                SAGAS,
                story.purchaseId,
                story.saleId,
                outcome(story),
                story.firstStoredAt,
                story.placedAt,
                story.endedAt,
                story.settledAt,
                PurchaseStory.millis(story.firstStoredAt, story.placedAt),
                PurchaseStory.millis(story.placedAt, story.endedAt),
                PurchaseStory.millis(story.endedAt, story.settledAt),
                story.compensated);
    }

    private record Arrived(
            long micros,
            @Nullable PurchaseStory decided,
            @Nullable Attempt refused) {}

    private void attempts(EventSource source, Rows rows) throws IOException {
        List<Arrived> all = new ArrayList<>();
        stories.values().forEach(story -> all.add(new Arrived(Attempt.micros(story.decidedAt), story, null)));
        source.attempts(attempt -> all.add(new Arrived(attempt.atEpochMicros(), null, attempt)));
        all.sort(Comparator.comparingLong(Arrived::micros));
        long arrival = 0;
        for (Arrived arrived : all) {
            arrival++;
            PurchaseStory story = arrived.decided;
            Attempt refused = arrived.refused;
            if (story != null) {
                rows.add(
                        ATTEMPTS,
                        arrival,
                        story.decidedAt,
                        "stock",
                        story.saleId,
                        story.userId,
                        true,
                        story.offerId,
                        story.quantity,
                        story.reserved,
                        story.reserved ? null : story.refusal,
                        story.purchaseId,
                        story.firstIndex);
            } else if (refused != null) {
                rows.add(
                        ATTEMPTS,
                        arrival,
                        refused.at(),
                        GateReason.isOne(refused.reason()) ? "gate" : "edge",
                        refused.saleId(),
                        refused.userId(),
                        refused.userVerified(),
                        refused.offerId(),
                        refused.quantity(),
                        false,
                        refused.reason(),
                        refused.purchaseId(),
                        null);
            }
        }
    }
}
