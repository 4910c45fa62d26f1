package dev.flashsale.analysis.audit;

import dev.flashsale.analysis.ledger.SaleLedger;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * One sale in figures.
 *
 * @param title what shoppers read; empty when no event announces the sale
 */
public record SaleReport(String saleId, String title, PurchaseCounts purchases, List<ItemReport> items) {
    public SaleReport {
        items = List.copyOf(items);
    }

    static SaleReport of(SaleLedger sale, PurchaseCounts purchases, NeverOversold oversold, SoldOutIsTrue soldOut) {
        return new SaleReport(
                sale.saleId(),
                sale.scheduled() == null ? "" : sale.scheduled().title(),
                purchases,
                sale.items().values().stream()
                        .map(item -> ItemReport.of(item, oversold, soldOut))
                        .toList());
    }

    /** A figure over all items. */
    public long sum(ToLongFunction<ItemReport> figure) {
        return items.stream().mapToLong(figure).sum();
    }
}
