package dev.flashsale.kernel.sale;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** The sale accepted more units of an item; its buckets receive them next. */
@Revision("1")
public record StockAdditionGranted(String saleId, String itemId, String additionId, int units, int buckets, Instant at)
        implements FlashSaleEvent {}
