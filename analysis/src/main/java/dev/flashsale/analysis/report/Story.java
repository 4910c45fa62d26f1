package dev.flashsale.analysis.report;

import dev.flashsale.analysis.audit.Audit;
import dev.flashsale.analysis.audit.AuditOptions;
import dev.flashsale.analysis.audit.EdgeRefusals;
import dev.flashsale.analysis.ledger.SaleLedger;
import dev.flashsale.analysis.ledger.StoredEvent;
import dev.flashsale.kernel.attempt.Attempt;
import dev.flashsale.kernel.order.OrderEvent;
import dev.flashsale.kernel.order.OrderPlaced;
import dev.flashsale.kernel.sale.FlashSaleEvent;
import dev.flashsale.kernel.sale.FlashSaleScheduled;
import dev.flashsale.kernel.stock.PurchaseRefused;
import dev.flashsale.kernel.stock.StockEvent;
import dev.flashsale.kernel.stock.StockReserved;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a report tells, gathered in one reading of the events and then one of the attempts log. It knows no clock:
 * the same input makes the same report. Not thread-safe.
 */
final class Story {
    final Audit audit;
    final RangeHash hash = new RangeHash();
    final EdgeLog edge = new EdgeLog();
    private final Map<String, SaleStory> sales = new LinkedHashMap<>();
    private final Map<String, SaleStory> saleOfPurchase = new HashMap<>();
    private final Map<String, Long> types = new TreeMap<>();
    private @Nullable StoredEvent first;
    private @Nullable StoredEvent last;

    /** @param quiescent whether everything must have ended */
    Story(boolean quiescent) {
        audit = new Audit(AuditOptions.of(quiescent));
    }

    /** Takes the next event, in global order. */
    void accept(StoredEvent event) {
        audit.accept(event);
        hash.add(event);
        first = first == null ? event : first;
        last = event;
        types.merge(event.payload().getClass().getSimpleName(), 1L, Long::sum);
        switch (event.payload()) {
            case FlashSaleEvent e -> announced(e);
            case StockEvent e -> moved(e, event.timestamp());
            case OrderEvent e -> ordered(e, event.timestamp());
            default -> {}
        }
    }

    private void announced(FlashSaleEvent event) {
        SaleStory sale = sale(event.saleId());
        if (event instanceof FlashSaleScheduled scheduled && sale.scheduled == null) {
            sale.scheduled = scheduled;
        }
    }

    private void moved(StockEvent event, Instant stored) {
        SaleStory sale = sale(event.saleId());
        sale.on(event, stored);
        if (event instanceof StockReserved e) {
            saleOfPurchase.putIfAbsent(e.purchaseId(), sale);
        } else if (event instanceof PurchaseRefused e) {
            saleOfPurchase.putIfAbsent(e.purchaseId(), sale);
        }
        SaleLedger ledger = audit.ledger().sale(event.saleId());
        if (ledger != null) {
            sale.units.look(ledger, stored);
        }
    }

    private void ordered(OrderEvent event, Instant stored) {
        SaleStory sale =
                event instanceof OrderPlaced placed ? sale(placed.saleId()) : saleOfPurchase.get(event.orderId());
        if (sale != null) {
            sale.on(event, stored);
        }
    }

    /** Takes the next attempt that the edge refused, in the log's order; after the last event. */
    void refusedAtTheEdge(Attempt refused) {
        SaleStory sale = sales.get(refused.saleId());
        edge.add(refused, sale != null);
        if (sale != null) {
            sale.edge.add(refused.atEpochMicros(), refused.reason());
        }
    }

    /** Says that the source keeps such a log, and how much it holds. */
    void edge(EdgeRefusals totals) {
        edge.totals(totals);
        sales.values().forEach(sale -> sale.edge.loggedIn(totals));
    }

    private SaleStory sale(String saleId) {
        return sales.computeIfAbsent(saleId, SaleStory::new);
    }

    /** By first appearance. */
    Map<String, SaleStory> sales() {
        return sales;
    }

    /** Events by the name of their type. */
    Map<String, Long> types() {
        return types;
    }

    @Nullable
    StoredEvent first() {
        return first;
    }

    @Nullable
    StoredEvent last() {
        return last;
    }
}
