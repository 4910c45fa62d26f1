package dev.flashsale.analysis.tables;

import dev.flashsale.analysis.ledger.Ledger;
import dev.flashsale.analysis.ledger.SaleStatus;
import dev.flashsale.analysis.ledger.StoredEvent;
import dev.flashsale.analysis.store.EventSource;
import dev.flashsale.analysis.store.RawEvent;
import dev.flashsale.kernel.sale.FlashSaleEvent;
import dev.flashsale.kernel.sale.FlashSaleScheduled;
import dev.flashsale.kernel.sale.SaleItem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sales and their items, as announced, and where each sale stands at the end. */
final class SaleTables implements Producer {
    private static final TableShape SALES = TableShape.of(
            "sales",
            "one sale",
            Column.text("sale_id"),
            Column.text("title"),
            Column.text("currency"),
            Column.time("opens_at"),
            Column.time("closes_at"),
            Column.bigint("payment_window_ms"),
            Column.text("status"));

    private static final TableShape ITEMS = TableShape.of(
            "items",
            "one item of a sale, as announced",
            Column.text("sale_id"),
            Column.text("item_id"),
            Column.text("title"),
            Column.bigint("list_price_minor"),
            Column.bigint("sale_price_minor"),
            Column.integer("units"),
            Column.integer("limit_per_user"),
            Column.integer("buckets"));

    private final Map<String, FlashSaleScheduled> sales = new LinkedHashMap<>();
    private final Map<String, SaleStatus> statuses = new LinkedHashMap<>();

    @Override
    public List<TableShape> tables() {
        return List.of(SALES, ITEMS);
    }

    @Override
    public void accept(RawEvent raw, StoredEvent event, Ledger ledger, Rows rows) {
        if (event.payload() instanceof FlashSaleScheduled scheduled) {
            sales.putIfAbsent(scheduled.saleId(), scheduled);
            statuses.putIfAbsent(scheduled.saleId(), SaleStatus.UPCOMING);
        } else if (event.payload() instanceof FlashSaleEvent next) {
            statuses.computeIfPresent(next.saleId(), (id, status) -> status.after(next));
        }
    }

    @Override
    public void end(EventSource source, Rows rows) {
        for (FlashSaleScheduled sale : sales.values()) {
            rows.add(
                    SALES,
                    sale.saleId(),
                    sale.title(),
                    sale.currency(),
                    sale.opensAt(),
                    sale.closesAt(),
                    sale.paymentWindowMs(),
                    statuses.getOrDefault(sale.saleId(), SaleStatus.UPCOMING).name());
            for (SaleItem item : sale.items()) {
                rows.add(
                        ITEMS,
                        sale.saleId(),
                        item.itemId(),
                        item.title(),
                        item.listPriceMinor(),
                        item.salePriceMinor(),
                        item.units(),
                        item.limitPerUser(),
                        item.buckets());
            }
        }
    }
}
