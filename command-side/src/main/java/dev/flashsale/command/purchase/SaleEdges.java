package dev.flashsale.command.purchase;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.flashsale.kernel.stock.StockAdded;
import dev.flashsale.kernel.stock.StockAllocated;
import dev.flashsale.kernel.stock.StockEvent;
import dev.flashsale.kernel.stock.StockId;
import dev.flashsale.kernel.stock.StockReleased;
import dev.flashsale.kernel.stock.StockReserved;
import dev.flashsale.kernel.stock.StockTransferReceived;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The edges of the sales that are talked about. One that is forgotten comes back open and knowing nothing, which is always
 * right.
 */
@Component
class SaleEdges {
    private static final int MOST_SALES_REMEMBERED = 10_000;

    private final Cache<String, SaleEdge> edges =
            Caffeine.newBuilder().maximumSize(MOST_SALES_REMEMBERED).build();

    private final FeedHealth feed;

    SaleEdges(MeterRegistry meters, FeedHealth feed) {
        this.feed = feed;
        Gauge.builder("flashsale.edge.shut", this, SaleEdges::shutItems)
                .description("items whose latch says sold out")
                .register(meters);
    }

    SaleEdge of(String saleId) {
        return edges.get(saleId, id -> new SaleEdge());
    }

    /** The edge that may refuse; null while nothing is certain. */
    @Nullable
    SaleEdge known(String saleId) {
        return feed.isCurrent() ? edges.getIfPresent(saleId) : null;
    }

    /**
     * Hears an event of a stock, before it is committed or any time after. What it changes is harmless if the event is never
     * committed: an open latch and a purchase remembered in vain only let a stock be asked.
     */
    void hear(StockEvent event) {
        switch (event) {
            case StockAllocated e -> of(e.saleId()).knowsAllOf(StockId.parse(e.stockId()));
            case StockReserved e -> of(e.saleId()).remember(e.purchaseId());
            case StockReleased e -> open(e);
            case StockAdded e -> open(e);
            case StockTransferReceived e -> open(e);
            default -> {
                // takes no units back
            }
        }
    }

    private void open(StockEvent event) {
        SaleEdge edge = edges.getIfPresent(event.saleId());
        if (edge != null) {
            edge.latchOf(event.itemId()).open();
        }
    }

    private double shutItems() {
        return edges.asMap().values().stream().mapToLong(SaleEdge::shutItems).sum();
    }
}
