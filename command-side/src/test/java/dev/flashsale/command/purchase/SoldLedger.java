package dev.flashsale.command.purchase;

import dev.flashsale.kernel.stock.StockAllocated;
import dev.flashsale.kernel.stock.StockReleased;
import dev.flashsale.kernel.stock.StockReserved;
import dev.flashsale.kernel.stock.StockTransferReceived;
import dev.flashsale.kernel.stock.StockTransferred;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a log of all buckets adds up to, event by event.
 *
 * @param left units nobody holds, in all buckets and on their way, after each event
 * @param oversoldAt positions after which a bucket held fewer than no units
 */
record SoldLedger(List<Integer> left, List<Integer> oversoldAt, int heldUnits, int reservations) {
    static SoldLedger of(List<Object> log) {
        Map<String, Integer> byBucket = new HashMap<>();
        List<Integer> left = new ArrayList<>();
        List<Integer> oversoldAt = new ArrayList<>();
        int onTheWay = 0;
        int held = 0;
        int reservations = 0;
        for (int index = 0; index < log.size(); index++) {
            switch (log.get(index)) {
                case StockAllocated e -> byBucket.merge(e.stockId(), e.units(), Integer::sum);
                case StockReserved e -> {
                    byBucket.merge(e.stockId(), -e.units(), Integer::sum);
                    held += e.units();
                    reservations++;
                }
                case StockReleased e -> {
                    byBucket.merge(e.stockId(), e.units(), Integer::sum);
                    held -= e.units();
                }
                case StockTransferred e -> {
                    byBucket.merge(e.stockId(), -e.units(), Integer::sum);
                    onTheWay += e.units();
                }
                case StockTransferReceived e -> {
                    byBucket.merge(e.stockId(), e.units(), Integer::sum);
                    onTheWay -= e.units();
                }
                default -> {}
            }
            if (onTheWay < 0 || byBucket.values().stream().anyMatch(units -> units < 0)) {
                oversoldAt.add(index);
            }
            left.add(onTheWay
                    + byBucket.values().stream().mapToInt(Integer::intValue).sum());
        }
        return new SoldLedger(left, oversoldAt, held, reservations);
    }

    /** The fewest units that were left at any moment after the first so many events and before a later event. */
    int leastLeft(int eventsBefore, int index) {
        int least = left.get(Math.max(0, eventsBefore - 1));
        for (int i = eventsBefore; i < index; i++) {
            least = Math.min(least, left.get(i));
        }
        return least;
    }
}
