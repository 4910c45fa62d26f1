package dev.flashsale.command.purchase;

import dev.flashsale.kernel.stock.StockEvent;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/** Tells the edges of this node what stocks on other nodes decided. */
@ProcessingGroup(EdgeStream.NAME)
class EdgeStream {
    static final String NAME = "purchase-edge";

    private final SaleEdges edges;

    EdgeStream(SaleEdges edges) {
        this.edges = edges;
    }

    @EventHandler
    void on(StockEvent event) {
        edges.hear(event);
    }
}
