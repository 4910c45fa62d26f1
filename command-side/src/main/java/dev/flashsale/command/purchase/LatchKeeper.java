package dev.flashsale.command.purchase;

import dev.flashsale.kernel.stock.PurchaseOutcome;
import dev.flashsale.kernel.stock.Refusal;
import dev.flashsale.kernel.stock.StockId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Closes latches by what stocks decided, once whoever was accepted is known. */
@Component
class LatchKeeper {
    private final SaleEdges edges;
    private final SaleDirectory sales;
    private final AcceptedBefore before;

    LatchKeeper(SaleEdges edges, SaleDirectory sales, AcceptedBefore before) {
        this.edges = edges;
        this.sales = sales;
        this.before = before;
    }

    /** To be read before a stock is asked, or before its siblings are. */
    long returnsSeen(StockId stockId) {
        return edges.of(stockId.saleId()).latchOf(stockId.itemId()).returnsSeen();
    }

    /** Whether this request, still undecided, is certain to be refused by now; one that was accepted before is not. */
    boolean isShutFor(StockId stockId, Waiting waiting) {
        SaleEdge edge = edges.known(stockId.saleId());
        return waiting.edgeMayRefuse()
                && edge != null
                && edge.latchOf(stockId.itemId()).isShutFor(waiting.units())
                && !edge.hasAccepted(waiting.purchaseId());
    }

    /** A stock has accepted, perhaps on another node. */
    void accepted(StockId stockId, String purchaseId) {
        edges.of(stockId.saleId()).remember(purchaseId);
    }

    /** A stock has refused. */
    void refused(StockId stockId, Waiting waiting, PurchaseOutcome.Refused refused, long returnsSeen) {
        if (!waiting.edgeMayRefuse() || refused.repeated()) {
            // what was decided long ago says nothing of today
            return;
        }
        SaleEdge edge = edges.of(stockId.saleId());
        if (refused.reason() == Refusal.SOLD_OUT) {
            if (allKnown(edge, bucketsOf(stockId, waiting.buckets()))) {
                edge.latchOf(stockId.itemId()).close(waiting.units(), returnsSeen);
            }
        } else if (refused.reason() == Refusal.ENDED || refused.reason() == Refusal.CANCELLED) {
            boolean known = sales.find(stockId.saleId())
                    .map(sale -> allKnown(edge, sale.decidingStocks(stockId.saleId())))
                    .orElse(false);
            if (known) {
                edge.withdraw(refused.reason());
            }
        }
    }

    // every one is asked for, so that all are being read
    private boolean allKnown(SaleEdge edge, List<StockId> stocks) {
        return stocks.stream().filter(stock -> !before.isKnownTo(edge, stock)).count() == 0;
    }

    private static List<StockId> bucketsOf(StockId any, int buckets) {
        return java.util.stream.IntStream.range(0, buckets)
                .mapToObj(bucket -> new StockId(any.saleId(), any.itemId(), bucket))
                .toList();
    }
}
