package dev.flashsale.analysis.tables;

import dev.flashsale.analysis.ledger.Bucket;
import dev.flashsale.analysis.ledger.ItemLedger;
import dev.flashsale.analysis.ledger.Ledger;
import dev.flashsale.analysis.ledger.StoredEvent;
import dev.flashsale.analysis.store.RawEvent;
import dev.flashsale.kernel.stock.PurchaseRefused;
import dev.flashsale.kernel.stock.StockEvent;
import java.util.List;

/** The units of a bucket and of its item after each event that concerned them. */
final class StockTimeline implements Producer {
    private static final TableShape TIMELINE = TableShape.of(
            "stock_timeline",
            "one event of a bucket, and what bucket and item held after it",
            Column.bigint("global_index"),
            Column.time("stored_at"),
            Column.text("sale_id"),
            Column.text("item_id"),
            Column.integer("bucket"),
            Column.text("event_type"),
            Column.bigint("bucket_available_units"),
            Column.bigint("bucket_reserved_units"),
            Column.bigint("bucket_sold_units"),
            Column.bigint("item_available_units"),
            Column.bigint("item_in_transit_units"),
            Column.bigint("item_reserved_units"),
            Column.bigint("item_sold_units"));

    @Override
    public List<TableShape> tables() {
        return List.of(TIMELINE);
    }

    @Override
    public void accept(RawEvent raw, StoredEvent event, Ledger ledger, Rows rows) {
        if (!(event.payload() instanceof StockEvent stock) || stock instanceof PurchaseRefused) {
            return;
        }
        Bucket bucket = ledger.bucket(stock.stockId());
        if (bucket == null) {
            return;
        }
        ItemLedger item = bucket.item();
        rows.add(
                TIMELINE,
                raw.globalIndex(),
                raw.timestamp(),
                stock.saleId(),
                stock.itemId(),
                stock.bucket(),
                raw.shortType(),
                bucket.available(),
                bucket.reserved(),
                bucket.sold(),
                item.available(),
                item.inTransit(),
                item.reserved(),
                item.sold());
    }
}
