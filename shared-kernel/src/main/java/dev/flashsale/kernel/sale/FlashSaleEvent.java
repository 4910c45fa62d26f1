package dev.flashsale.kernel.sale;

/** Everything that can happen to a {@code FlashSale}. */
public sealed interface FlashSaleEvent
        permits FlashSaleScheduled,
                FlashSaleOpened,
                FlashSaleClosed,
                FlashSaleCancelled,
                StockAdditionGranted,
                AdmissionSet {
    /** The sale that this happened to. */
    String saleId();
}
