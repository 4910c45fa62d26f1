package dev.flashsale.query.purchase;

import dev.flashsale.kernel.order.OrderCancelled;
import dev.flashsale.kernel.order.OrderExpired;
import dev.flashsale.kernel.order.OrderPaid;
import dev.flashsale.kernel.order.OrderPlaced;
import dev.flashsale.kernel.purchase.PurchaseState;
import dev.flashsale.kernel.stock.PurchaseRefused;
import dev.flashsale.kernel.stock.StockReserved;
import dev.flashsale.query.redis.GlobalIndex;
import dev.flashsale.query.redis.Projections;
import dev.flashsale.query.redis.ReadModel;
import java.time.Instant;
import java.util.Map;
import java.util.function.BiConsumer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Keeps how each purchase stands, and tells those who listen. */
@Component
@ProcessingGroup(Projections.PURCHASES)
class PurchaseProjector {
    private final ReadModel readModel;
    private final BiConsumer<String, TrackingToken> updates;

    @Autowired
    PurchaseProjector(ReadModel readModel, PurchaseUpdates updates) {
        this(readModel, updates::changed);
    }

    private PurchaseProjector(ReadModel readModel, BiConsumer<String, TrackingToken> updates) {
        this.readModel = readModel;
        this.updates = updates;
    }

    /** For a read model that nobody reads yet, hence tells nobody. */
    static PurchaseProjector silent(ReadModel readModel) {
        return new PurchaseProjector(readModel, (purchaseId, token) -> {});
    }

    @EventHandler
    void on(StockReserved event, TrackingToken token) {
        boolean leads = event.components().getFirst().itemId().equals(event.itemId());
        if (!leads) {
            return; // further components of a bundle do not change how the purchase stands
        }
        Map<String, String> facts =
                facts(event.purchaseId(), event.saleId(), event.userId(), event.offerId(), event.quantity());
        write(event.purchaseId(), "facts", facts, token);
        price(event.purchaseId(), event.amountMinor(), event.currency(), event.payBy(), token);
        status(event.purchaseId(), PurchaseState.RESERVED, token);
    }

    @EventHandler
    void on(PurchaseRefused event, TrackingToken token) {
        Map<String, String> facts =
                facts(event.purchaseId(), event.saleId(), event.userId(), event.offerId(), event.quantity());
        write(event.purchaseId(), "facts", facts, token);
        write(event.purchaseId(), "refusal", Map.of("reason", event.reason().name()), token);
    }

    @EventHandler
    void on(OrderPlaced event, TrackingToken token) {
        price(event.orderId(), event.amountMinor(), event.currency(), event.payBy(), token);
        write(event.orderId(), "order", Map.of("orderId", event.orderId()), token);
        status(event.orderId(), PurchaseState.AWAITING_PAYMENT, token);
    }

    @EventHandler
    void on(OrderPaid event, TrackingToken token) {
        status(event.orderId(), PurchaseState.PAID, token);
    }

    @EventHandler
    void on(OrderExpired event, TrackingToken token) {
        status(event.orderId(), PurchaseState.EXPIRED, token);
    }

    @EventHandler
    void on(OrderCancelled event, TrackingToken token) {
        status(event.orderId(), PurchaseState.CANCELLED, token);
    }

    @ResetHandler
    void reset() {
        readModel.forget(Projections.PURCHASES, PurchaseView.KEYSPACE + ":*");
    }

    private void status(String purchaseId, PurchaseState status, TrackingToken token) {
        write(purchaseId, "status", Map.of("status", status.name()), token);
    }

    private void price(String purchaseId, long amountMinor, String currency, Instant payBy, TrackingToken token) {
        Map<String, String> price =
                Map.of("amountMinor", Long.toString(amountMinor), "currency", currency, "payBy", payBy.toString());
        write(purchaseId, "price", price, token);
    }

    private void write(String purchaseId, String facet, Map<String, String> fields, TrackingToken token) {
        readModel
                .writes(Projections.PURCHASES)
                .entity(PurchaseView.key(purchaseId), facet, GlobalIndex.of(token), fields);
        updates.accept(purchaseId, token);
    }

    private static Map<String, String> facts(
            String purchaseId, String saleId, String userId, String offerId, int quantity) {
        return Map.of(
                "purchaseId", purchaseId,
                "saleId", saleId,
                "userId", userId,
                "offerId", offerId,
                "quantity", Integer.toString(quantity));
    }
}
