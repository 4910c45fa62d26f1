package dev.flashsale.command.purchase;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.flashsale.kernel.stock.BucketLevel;
import dev.flashsale.kernel.stock.StockId;
import dev.flashsale.kernel.stock.TransferAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Fetches units from the sibling buckets of an item before anyone is told "sold out".
 *
 * <p>That every bucket is empty cannot be seen by asking one after the other: units may move behind one's back. So two
 * readings of all buckets must agree, in levels and in counters that only grow, and no units may be on their way between
 * buckets. Then there was a moment, between the two readings, at which all of them were empty together.
 */
@Component
class BucketRefill {
    enum Result {
        /** Units came in, from siblings or back from shoppers. */
        REFILLED,
        /** At one and the same moment all siblings were empty, and this bucket held less than anyone needs. */
        EXHAUSTED,
        /** Units were moving; nothing can be said yet. */
        UNSETTLED
    }

    private record Item(String saleId, String itemId) {}

    private final StockCommands stocks;

    /** One refill of an item at a time in this process: two would fetch each other's units to and fro. */
    private final Map<Item, Object> turns = new ConcurrentHashMap<>();

    BucketRefill(StockCommands stocks) {
        this.stocks = stocks;
    }

    /**
     * Fetches what the siblings have.
     *
     * @param wantedUnits what the bucket lacks for everyone who waits
     * @param leastNeededUnits what the smallest of the waiting purchases takes
     */
    Result refill(StockId stockId, int buckets, int wantedUnits, long leastNeededUnits) {
        synchronized (turns.computeIfAbsent(new Item(stockId.saleId(), stockId.itemId()), item -> new Object())) {
            int received = fetch(stockId, buckets, wantedUnits);
            if (received > 0) {
                return Result.REFILLED;
            }
            List<BucketLevel> first = levels(stockId, buckets);
            List<BucketLevel> second = levels(stockId, buckets);
            if (second.get(stockId.bucket()).availableUnits() >= leastNeededUnits) {
                return Result.REFILLED;
            }
            return first.equals(second) && siblingsAreEmpty(second, stockId.bucket()) && nothingIsOnItsWay(second)
                    ? Result.EXHAUSTED
                    : Result.UNSETTLED;
        }
    }

    private int fetch(StockId stockId, int buckets, int wantedUnits) {
        int received = 0;
        for (int step = 1; step < buckets && received < wantedUnits; step++) {
            StockId sibling = new StockId(stockId.saleId(), stockId.itemId(), (stockId.bucket() + step) % buckets);
            String transferId = UuidCreator.getTimeOrderedEpochFast().toString();
            TransferAnswer given = stocks.transfer(sibling, stockId, transferId, wantedUnits - received);
            if (given.units() > 0) {
                stocks.receive(stockId, sibling, transferId, given.units());
                received += given.units();
            }
        }
        return received;
    }

    private List<BucketLevel> levels(StockId stockId, int buckets) {
        List<BucketLevel> levels = new ArrayList<>(buckets);
        for (int bucket = 0; bucket < buckets; bucket++) {
            StockId any = new StockId(stockId.saleId(), stockId.itemId(), bucket);
            levels.add(stocks.level(any));
        }
        return levels;
    }

    private static boolean siblingsAreEmpty(List<BucketLevel> levels, int own) {
        for (int bucket = 0; bucket < levels.size(); bucket++) {
            if (bucket != own && levels.get(bucket).availableUnits() > 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean nothingIsOnItsWay(List<BucketLevel> levels) {
        return levels.stream().mapToLong(BucketLevel::sentUnits).sum()
                == levels.stream().mapToLong(BucketLevel::receivedUnits).sum();
    }
}
