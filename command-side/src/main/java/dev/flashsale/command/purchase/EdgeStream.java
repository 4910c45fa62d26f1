package dev.flashsale.command.purchase;

import dev.flashsale.kernel.stock.StockEvent;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;

/** Tells the edges of this node what stocks on other nodes decided. */
@ProcessingGroup(EdgeStream.NAME)
class EdgeStream {
    static final String NAME = "purchase-edge";

    private final SaleEdges edges;
    private final ItemLines lines;

    EdgeStream(SaleEdges edges, ItemLines lines) {
        this.edges = edges;
        this.lines = lines;
    }

    @EventHandler
    void on(StockEvent event, @SequenceNumber long sequenceNumber) {
        edges.hear(event);
        lines.hear(event, sequenceNumber);
    }
}
