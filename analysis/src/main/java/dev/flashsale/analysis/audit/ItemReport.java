package dev.flashsale.analysis.audit;

import dev.flashsale.analysis.ledger.ItemLedger;

/**
 * The units of one item.
 *
 * @param allocated on sale from the start
 * @param added put on sale later
 * @param sold paid for
 * @param reserved held by open reservations
 * @param available held by nobody
 * @param reservedEver reserved at any time, the same unit each time anew
 * @param released given back at any time
 * @param expiredResold sold after an earlier shopper had let them expire
 * @param oversold most that was ever promised beyond the stock
 * @param undersold left although somebody was refused them
 */
public record ItemReport(
        String itemId,
        int buckets,
        long allocated,
        long added,
        long sold,
        long reserved,
        long available,
        long reservedEver,
        long released,
        long expiredResold,
        long oversold,
        long undersold) {
    static ItemReport of(ItemLedger item, NeverOversold oversold, SoldOutIsTrue soldOut) {
        return new ItemReport(
                item.itemId(),
                item.buckets().size(),
                item.allocated(),
                item.added(),
                item.sold(),
                item.reserved(),
                item.free(),
                item.reservedEver(),
                item.released(),
                item.expiredResold(),
                oversold.oversold(item),
                soldOut.undersold(item));
    }
}
