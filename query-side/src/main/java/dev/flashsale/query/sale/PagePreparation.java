package dev.flashsale.query.sale;

import dev.flashsale.kernel.sale.FlashSaleScheduled;
import dev.flashsale.platform.warmup.SalePreparation;
import org.springframework.stereotype.Component;

/** Has the sale's page rendered before its crowd comes. */
@Component
class PagePreparation implements SalePreparation {
    private final SalePages pages;

    PagePreparation(SalePages pages) {
        this.pages = pages;
    }

    @Override
    public void prepare(FlashSaleScheduled sale) {
        var unused = pages.detail(sale.saleId(), pages.now());
    }
}
