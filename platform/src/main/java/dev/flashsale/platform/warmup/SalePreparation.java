package dev.flashsale.platform.warmup;

import dev.flashsale.kernel.sale.FlashSaleScheduled;

/** Fills a cache with what a sale's first second needs. Every bean of this type is asked, without any effect on the sale. */
public interface SalePreparation {
    /** Reads what the cache needs; may fail, and is then not repeated. */
    void prepare(FlashSaleScheduled sale);
}
