package dev.flashsale.command.purchase;

import dev.flashsale.kernel.stock.StockAdded;
import dev.flashsale.kernel.stock.StockAllocated;
import dev.flashsale.kernel.stock.StockEvent;
import dev.flashsale.kernel.stock.StockReleased;
import dev.flashsale.kernel.stock.StockReserved;
import dev.flashsale.kernel.stock.StockTransferReceived;
import dev.flashsale.kernel.stock.StockTransferred;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many units of one item nobody holds, as the stored decisions of its buckets say. Each bucket is heard in its own order;
 * where one is heard ahead of another, units on their way between them may count twice, but are never missed.
 */
final class UnitsLeft {
    private static final long BEFORE_ALL_EVENTS = -1;

    private record Level(int units, long sequenceNumber) {}

    private final Map<Integer, Level> levels = new HashMap<>();
    private final Map<String, Integer> onTheirWay = new HashMap<>();

    /** A bucket decided something, and it is stored. */
    synchronized void hear(StockEvent event, long sequenceNumber) {
        switch (event) {
            case StockAllocated e -> level(e, e.units(), sequenceNumber);
            case StockReserved e -> level(e, e.availableUnits(), sequenceNumber);
            case StockReleased e -> level(e, e.availableUnits(), sequenceNumber);
            case StockAdded e -> level(e, e.availableUnits(), sequenceNumber);
            case StockTransferred e -> {
                level(e, e.availableUnits(), sequenceNumber);
                underWay(e.transferId(), e.units());
            }
            case StockTransferReceived e -> {
                level(e, e.availableUnits(), sequenceNumber);
                underWay(e.transferId(), -e.units());
            }
            default -> {
                // moves no units
            }
        }
    }

    private void level(StockEvent event, int units, long sequenceNumber) {
        Level known = levels.get(event.bucket());
        if (known == null || sequenceNumber > known.sequenceNumber()) {
            levels.put(event.bucket(), new Level(units, sequenceNumber));
        }
    }

    /** One node can hear of the arrival first: the two cancel each other in either order. */
    private void underWay(String transferId, int units) {
        onTheirWay.merge(transferId, units, (had, more) -> had + more == 0 ? null : had + more);
    }

    /** A bucket was asked for its level; what it decided since is known better. */
    synchronized void learn(int bucket, int units) {
        levels.putIfAbsent(bucket, new Level(units, BEFORE_ALL_EVENTS));
    }

    synchronized boolean knows(int bucket) {
        return levels.containsKey(bucket);
    }

    /** Units in so many buckets and between them; null while one of them is not known. */
    synchronized @Nullable Long in(int buckets) {
        long units = 0;
        for (int bucket = 0; bucket < buckets; bucket++) {
            Level level = levels.get(bucket);
            if (level == null) {
                return null;
            }
            units += level.units();
        }
        for (int moving : onTheirWay.values()) {
            units += Math.max(0, moving);
        }
        return units;
    }
}
