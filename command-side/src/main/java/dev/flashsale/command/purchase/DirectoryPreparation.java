package dev.flashsale.command.purchase;

import dev.flashsale.kernel.sale.FlashSaleScheduled;
import dev.flashsale.platform.warmup.SalePreparation;
import org.springframework.stereotype.Component;

/** Has the directory know the sale before it opens. */
@Component
class DirectoryPreparation implements SalePreparation {
    private final SaleDirectory directory;

    DirectoryPreparation(SaleDirectory directory) {
        this.directory = directory;
    }

    @Override
    public void prepare(FlashSaleScheduled sale) {
        var unused = directory.find(sale.saleId());
    }
}
