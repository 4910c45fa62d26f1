package dev.flashsale.command.purchase;

import dev.flashsale.command.purchase.OfferedSale.Lead;
import dev.flashsale.kernel.stock.Refusal;
import dev.flashsale.kernel.stock.StockId;
import dev.flashsale.platform.hot.HotAnswer;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What is certain about a sale before any stock is asked. Purchases that were accepted are remembered here: whoever repeats
 * one is let through, so that the same key has the same outcome while everybody else is refused at the door.
 */
final class SaleEdge {
    private final Map<String, ItemLatch> latches = new ConcurrentHashMap<>();
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final Set<StockId> known = ConcurrentHashMap.newKeySet();
    private final Map<Refusal, HotAnswer> answers = new ConcurrentHashMap<>();
    private volatile @Nullable Refusal withdrawn;

    ItemLatch latchOf(String itemId) {
        return latches.computeIfAbsent(itemId, id -> new ItemLatch());
    }

    /** A purchase was accepted, or is just being accepted. */
    void remember(String purchaseId) {
        boolean unused = accepted.add(purchaseId);
    }

    boolean hasAccepted(String purchaseId) {
        return accepted.contains(purchaseId);
    }

    /** From here on, every purchase that this stock has accepted is remembered. */
    void knowsAllOf(StockId stockId) {
        boolean unused = known.add(stockId);
    }

    boolean isComplete(StockId stockId) {
        return known.contains(stockId);
    }

    /** A stock said that the sale is over, which it never takes back. */
    void withdraw(Refusal reason) {
        withdrawn = reason;
    }

    /** Why everybody is refused, whatever they ask for; null if a stock has to be asked. */
    @Nullable
    Refusal refusalOfAll(OfferedSale sale, Instant now) {
        Refusal over = refusalByTime(sale, now);
        return over == null && allAreShut(sale) ? Refusal.SOLD_OUT : over;
    }

    /** Why this purchase is certain to be refused; null if a stock has to be asked. */
    @Nullable
    Refusal refusalOf(OfferedSale sale, Lead lead, int quantity, Instant now) {
        Refusal over = refusalByTime(sale, now);
        return over == null && isShut(lead, quantity) ? Refusal.SOLD_OUT : over;
    }

    boolean isShut(Lead lead, int quantity) {
        ItemLatch latch = latches.get(lead.itemId());
        return latch != null && latch.isShutFor(lead.units(quantity));
    }

    private @Nullable Refusal refusalByTime(OfferedSale sale, Instant now) {
        Refusal over = withdrawn;
        return over == null && now.isBefore(sale.opensAt()) ? Refusal.NOT_OPEN : over;
    }

    private boolean allAreShut(OfferedSale sale) {
        for (Lead lead : sale.cheapestLeads()) {
            if (!isShut(lead, 1)) {
                return false;
            }
        }
        return true;
    }

    long shutItems() {
        return latches.values().stream().filter(ItemLatch::isShut).count();
    }

    /** Answers that are the same for everybody, made once. */
    Map<Refusal, HotAnswer> answers() {
        return answers;
    }
}
