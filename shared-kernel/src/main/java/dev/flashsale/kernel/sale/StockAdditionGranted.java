package dev.flashsale.kernel.sale;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * The sale accepted more units of an item; its buckets receive them next.
 *
 * @param itemId the item, unique within its sale
 * @param additionId names the addition: the same one adds once
 * @param units units to add, all buckets together
 * @param buckets number of buckets the item's units are split into
 * @param at instant that the deciding command carried
 */
@Revision("1")
public record StockAdditionGranted(String saleId, String itemId, String additionId, int units, int buckets, Instant at)
        implements FlashSaleEvent {}
