package dev.flashsale.analysis.ledger;

import dev.flashsale.kernel.sale.FlashSaleEvent;
import dev.flashsale.kernel.sale.FlashSaleScheduled;
import dev.flashsale.kernel.sale.StockAdditionGranted;

/** Writes a sale's own events into the ledger. */
final class SalePages {
    private SalePages() {}

    static void evolve(Ledger ledger, FlashSaleEvent event) {
        SaleLedger sale = ledger.saleOrNew(event.saleId());
        if (event instanceof FlashSaleScheduled scheduled) {
            sale.schedule(scheduled);
        } else if (event instanceof StockAdditionGranted granted) {
            sale.itemOrNew(granted.itemId()).granted += granted.units();
        }
    }
}
