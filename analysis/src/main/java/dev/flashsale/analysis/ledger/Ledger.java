package dev.flashsale.analysis.ledger;

import dev.flashsale.kernel.order.OrderEvent;
import dev.flashsale.kernel.sale.FlashSaleEvent;
import dev.flashsale.kernel.stock.StockEvent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a store's events, taken one after the other, say happened. It believes every event and never fails; whether the
 * events agree with each other is for the audit's rules to say. Not thread-safe.
 */
public final class Ledger {
    private final Map<String, SaleLedger> sales = new LinkedHashMap<>();
    private final Map<String, Purchase> purchases = new LinkedHashMap<>();
    private final StockPages stocks = new StockPages(this);
    private long index = -1;

    /** Takes the next event. */
    public void evolve(StoredEvent event) {
        index = event.globalIndex();
        switch (event.payload()) {
            case FlashSaleEvent e -> SalePages.evolve(this, e);
            case StockEvent e -> stocks.evolve(e, event.globalIndex());
            case OrderEvent e -> OrderPages.evolve(this, e);
            default -> {}
        }
    }

    SaleLedger saleOrNew(String saleId) {
        return sales.computeIfAbsent(saleId, SaleLedger::new);
    }

    Purchase purchaseOrNew(String purchaseId) {
        Purchase purchase = purchases.computeIfAbsent(purchaseId, Purchase::new);
        purchase.touched(index);
        return purchase;
    }

    /** The purchase that the current event is about; absent when no earlier event names it. */
    @Nullable
    Purchase touched(String purchaseId) {
        Purchase purchase = purchases.get(purchaseId);
        if (purchase != null) {
            purchase.touched(index);
        }
        return purchase;
    }

    /** Every sale seen, by first appearance. */
    public Collection<SaleLedger> sales() {
        return sales.values();
    }

    /** The sale of this id; absent when no event names it. */
    public @Nullable SaleLedger sale(String saleId) {
        return sales.get(saleId);
    }

    /** Every purchase seen, by first appearance. */
    public Collection<Purchase> purchases() {
        return purchases.values();
    }

    /** The purchase of this id; absent when no event names it. */
    public @Nullable Purchase purchase(String purchaseId) {
        return purchases.get(purchaseId);
    }

    /** Lets go of purchases that will not be asked for any more, and of transfers that arrived. */
    public void forget(Predicate<Purchase> settled) {
        purchases.values().removeIf(settled);
        stocks.forgetArrived();
    }

    /** The bucket of this id; absent when no event names it. */
    public @Nullable Bucket bucket(String stockId) {
        return stocks.bucket(stockId);
    }

    /** Every transfer seen, by first appearance. */
    public Collection<Transfer> transfers() {
        return stocks.transfers();
    }

    /** The transfer with this id between these two buckets; absent when it was never sent. */
    public @Nullable Transfer transfer(String fromStockId, String toStockId, String transferId) {
        return stocks.transfer(fromStockId, toStockId, transferId);
    }

    /** Pieces of an offer that a shopper holds or has bought. */
    public int piecesHeld(String saleId, String offerId, String userId) {
        return stocks.piecesHeld(saleId, offerId, userId);
    }
}
