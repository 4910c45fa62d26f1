package dev.flashsale.analysis.audit;

import dev.flashsale.analysis.ledger.Bucket;
import dev.flashsale.analysis.ledger.ItemLedger;
import dev.flashsale.analysis.ledger.Ledger;
import dev.flashsale.analysis.ledger.StoredEvent;
import dev.flashsale.kernel.stock.StockEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** How many units of each item nobody held, at every instant; for judging what clients were told, who have no index. */
final class FreeUnits {
    private static final class Line {
        private long[] micros = new long[256];
        private long[] free = new long[256];
        private int length;

        void add(long at, long units) {
            if (length == micros.length) {
                micros = Arrays.copyOf(micros, length * 2);
                free = Arrays.copyOf(free, length * 2);
            }
            // writers' clocks may differ by a little: what is stored later is not earlier
            micros[length] = length == 0 ? at : Math.max(at, micros[length - 1]);
            free[length] = units;
            length++;
        }

        long lowest(long from, long to) {
            int found = Arrays.binarySearch(micros, 0, length, from);
            int first = found >= 0 ? found : Math.max(0, -found - 2);
            while (first > 0 && micros[first - 1] >= from) {
                first--;
            }
            long lowest = free[first];
            for (int i = first + 1; i < length && micros[i] <= to; i++) {
                lowest = Math.min(lowest, free[i]);
            }
            return lowest;
        }
    }

    private final Map<ItemLedger, Line> lines = new HashMap<>();

    void after(Ledger ledger, StoredEvent event) {
        if (event.payload() instanceof StockEvent e) {
            Bucket bucket = Objects.requireNonNull(ledger.bucket(e.stockId()));
            lines.computeIfAbsent(bucket.item(), item -> new Line())
                    .add(micros(event.timestamp()), bucket.item().free());
        }
    }

    /** Fewest units of the item that were free at any moment from one instant to another; -1 for an unknown item. */
    long lowest(ItemLedger item, Instant from, Instant to) {
        Line line = lines.get(item);
        return line == null ? -1 : line.lowest(micros(from), micros(to));
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
