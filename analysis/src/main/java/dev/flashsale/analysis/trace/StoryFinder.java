package dev.flashsale.analysis.trace;

import dev.flashsale.analysis.store.EventLoader;
import dev.flashsale.analysis.store.RawEvent;
import dev.flashsale.kernel.order.OrderEvent;
import dev.flashsale.kernel.order.OrderPlaced;
import dev.flashsale.kernel.stock.PurchaseRefused;
import dev.flashsale.kernel.stock.ReservationConfirmed;
import dev.flashsale.kernel.stock.StockReleased;
import dev.flashsale.kernel.stock.StockReserved;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps the events of the purchase with this id, or of all purchases of the shopper with this id. */
final class StoryFinder {
    /** Whose purchase an event belongs to; the shopper is absent where the event does not say. */
    private record Owner(String purchaseId, @Nullable String userId) {}

    private final String id;
    private final EventLoader loader = new EventLoader();
    private final Map<String, Story> stories = new LinkedHashMap<>();

    StoryFinder(String id) {
        this.id = id;
    }

    void take(RawEvent raw) {
        Object payload = loader.load(raw).payload();
        Owner owner = owner(payload);
        if (owner == null) {
            return;
        }
        boolean asked = owner.purchaseId.equals(id) || id.equals(owner.userId);
        if (asked || stories.containsKey(owner.purchaseId)) {
            stories.computeIfAbsent(owner.purchaseId, Story::new).events().add(new Told(raw, payload));
        }
    }

    private static @Nullable Owner owner(Object payload) {
        return switch (payload) {
            case StockReserved e -> new Owner(e.purchaseId(), e.userId());
            case PurchaseRefused e -> new Owner(e.purchaseId(), e.userId());
            case ReservationConfirmed e -> new Owner(e.purchaseId(), e.userId());
            case StockReleased e -> new Owner(e.purchaseId(), e.userId());
            case OrderPlaced e -> new Owner(e.orderId(), e.userId());
            case OrderEvent e -> new Owner(e.orderId(), null);
            default -> null;
        };
    }

    Collection<Story> stories() {
        return stories.values();
    }
}
