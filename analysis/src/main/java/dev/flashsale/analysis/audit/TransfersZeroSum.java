package dev.flashsale.analysis.audit;

import dev.flashsale.analysis.ledger.Bucket;
import dev.flashsale.analysis.ledger.Ledger;
import dev.flashsale.analysis.ledger.StoredEvent;
import dev.flashsale.analysis.ledger.Transfer;
import dev.flashsale.kernel.stock.StockTransferReceived;
import dev.flashsale.kernel.stock.StockTransferred;
import org.jspecify.annotations.Nullable;

/** I-26, between buckets: sent once, received once, the same units, within one item. */
final class TransfersZeroSum implements Rule {
    @Override
    public void before(Ledger ledger, StoredEvent event, Findings findings) {
        if (event.payload() instanceof StockTransferred e) {
            Transfer earlier = ledger.transfer(e.stockId(), e.toStockId(), e.transferId());
            Bucket to = ledger.bucket(e.toStockId());
            boolean sound = earlier == null
                    && e.units() > 0
                    && !e.toStockId().equals(e.stockId())
                    && to != null
                    && to.item() == itemOf(ledger, e.stockId());
            expect(sound, e.transferId(), "sent twice, or not to a bucket of the item", event, findings);
        } else if (event.payload() instanceof StockTransferReceived e) {
            Transfer transfer = ledger.transfer(e.fromStockId(), e.stockId(), e.transferId());
            boolean sound = transfer != null
                    && !transfer.isReceived()
                    && transfer.sent().units() == e.units();
            expect(sound, e.transferId(), "received without having been sent, twice, or in part", event, findings);
        }
    }

    private static @Nullable Object itemOf(Ledger ledger, String stockId) {
        Bucket bucket = ledger.bucket(stockId);
        return bucket == null ? null : bucket.item();
    }

    private static void expect(boolean holds, String id, String detail, StoredEvent event, Findings findings) {
        findings.check(Invariant.TRANSFERS_ZERO_SUM, holds, event.globalIndex(), id, () -> detail);
    }

    @Override
    public void atEnd(Ledger ledger, End end, Findings findings) {
        if (end.quiescent()) {
            for (Transfer transfer : ledger.transfers()) {
                findings.about(transfer.sent().saleId());
                findings.check(
                        Invariant.TRANSFERS_ZERO_SUM,
                        transfer.isReceived(),
                        transfer.globalIndex(),
                        transfer.sent().transferId(),
                        () -> transfer.sent().units() + " units never arrived in "
                                + transfer.sent().toStockId());
            }
        }
    }
}
