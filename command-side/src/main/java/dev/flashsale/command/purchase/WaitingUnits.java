package dev.flashsale.command.purchase;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What those who wait for one item may get together. Nobody counts for more than the sale's limit lets them have: a thousand
 * requests of one shopper keep no one else out.
 */
final class WaitingUnits {
    private record Place(String userId, String offerId) {}

    /** What one shopper waits for, of one offer. */
    private static final class Wishes {
        final Map<String, Long> unitsByPurchase = new HashMap<>();
        final long mostUnits;

        Wishes(long mostUnits) {
            this.mostUnits = mostUnits;
        }

        long units() {
            long sum = 0;
            for (long units : unitsByPurchase.values()) {
                sum += units;
            }
            return Math.min(sum, mostUnits);
        }
    }

    private final Map<Place, Wishes> places = new ConcurrentHashMap<>();
    private final AtomicLong units = new AtomicLong();
    private final AtomicInteger purchases = new AtomicInteger();

    /**
     * A purchase waits from now on.
     *
     * @param mostUnits what the limit lets its shopper have of this offer
     */
    void add(String userId, String offerId, String purchaseId, long wantedUnits, long mostUnits) {
        var unused = places.compute(new Place(userId, offerId), (place, had) -> {
            Wishes wishes = had == null ? new Wishes(mostUnits) : had;
            long before = wishes.units();
            if (wishes.unitsByPurchase.put(purchaseId, wantedUnits) == null) {
                purchases.incrementAndGet();
            }
            units.addAndGet(wishes.units() - before);
            return wishes;
        });
    }

    /** A purchase waits no longer; nothing happens if it did not. */
    void remove(String userId, String offerId, String purchaseId) {
        var unused = places.computeIfPresent(new Place(userId, offerId), (place, wishes) -> {
            long before = wishes.units();
            if (wishes.unitsByPurchase.remove(purchaseId) != null) {
                purchases.decrementAndGet();
            }
            units.addAndGet(wishes.units() - before);
            return wishes.unitsByPurchase.isEmpty() ? null : wishes;
        });
    }

    boolean contains(String userId, String offerId, String purchaseId) {
        boolean[] found = new boolean[1];
        var unused = places.computeIfPresent(new Place(userId, offerId), (place, wishes) -> {
            found[0] = wishes.unitsByPurchase.containsKey(purchaseId);
            return wishes;
        });
        return found[0];
    }

    /** Units that those who wait may get. */
    long units() {
        return units.get();
    }

    /** How many purchases wait. */
    int purchases() {
        return purchases.get();
    }
}
