package dev.flashsale.analysis.audit;

import dev.flashsale.analysis.ledger.ItemLedger;
import dev.flashsale.analysis.ledger.Ledger;
import dev.flashsale.analysis.ledger.SaleLedger;
import dev.flashsale.kernel.sale.FlashSaleScheduled;
import dev.flashsale.kernel.sale.SaleItem;

/** I-26, against the sale: at quiescence the buckets hold what was scheduled and granted, no more and no less. */
final class BucketsAddUp implements Rule {
    @Override
    public void atEnd(Ledger ledger, End end, Findings findings) {
        if (end.quiescent()) {
            for (SaleLedger sale : ledger.sales()) {
                findings.about(sale.saleId());
                FlashSaleScheduled scheduled = sale.scheduled();
                if (scheduled != null) {
                    scheduled.items().forEach(wanted -> check(sale, wanted, end, findings));
                }
            }
        }
    }

    private static void check(SaleLedger sale, SaleItem wanted, End end, Findings findings) {
        ItemLedger item = sale.items().get(wanted.itemId());
        findings.check(
                Invariant.TRANSFERS_ZERO_SUM,
                item != null && item.allocated() == wanted.units() && item.added() == item.granted(),
                end.lastIndex(),
                wanted.itemId(),
                () -> "the sale has " + wanted.units() + " units, its buckets got "
                        + (item == null ? 0 : item.allocated()) + "; granted later "
                        + (item == null ? 0 : item.granted()) + ", arrived " + (item == null ? 0 : item.added()));
    }
}
