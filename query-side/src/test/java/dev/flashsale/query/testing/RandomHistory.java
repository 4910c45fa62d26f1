package dev.flashsale.query.testing;

import dev.flashsale.kernel.admission.AdmissionPolicy;
import dev.flashsale.kernel.sale.FlashSaleCancelled;
import dev.flashsale.kernel.sale.FlashSaleClosed;
import dev.flashsale.kernel.sale.FlashSaleOpened;
import dev.flashsale.kernel.sale.StockAdditionGranted;
import dev.flashsale.kernel.stock.Refusal;
import dev.flashsale.kernel.stock.ReleaseReason;
import dev.flashsale.kernel.stock.StockAdded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** A sale with many shoppers whose purchases end in every possible way. */
public final class RandomHistory {
    private final List<Object> events = new ArrayList<>();
    private final Random random;
    private final History sale;
    private final int[] unitsOfA = {10, 10};

    private RandomHistory(Random random) {
        this.random = random;
        this.sale = new History(
                new UUID(random.nextLong(), random.nextLong()).toString(), Instant.parse("2026-01-01T10:00:00Z"));
    }

    public static List<Object> of(long seed, int shoppers) {
        RandomHistory history = new RandomHistory(new Random(seed));
        history.open();
        for (int shopper = 0; shopper < shoppers; shopper++) {
            history.shop("user-" + shopper);
        }
        history.close();
        return history.events;
    }

    private void open() {
        events.add(sale.scheduled());
        events.add(sale.allocated("a", 0, 10));
        events.add(sale.allocated("a", 1, 10));
        events.add(sale.allocated("b", 0, 10));
        events.add(sale.admission(new AdmissionPolicy(null, false, null, null, null, null, true)));
        events.add(sale.admission(new AdmissionPolicy(null, true, null, null, null, null, false)));
        events.add(new FlashSaleOpened(sale.saleId(), sale.opensAt()));
        events.add(new StockAdditionGranted(sale.saleId(), "b", "more", 5, 1, sale.opensAt()));
        events.add(new StockAdded(sale.saleId() + ":b:0", sale.saleId(), "b", 0, "more", 5, 15, sale.opensAt()));
    }

    private void close() {
        events.add(
                random.nextBoolean()
                        ? new FlashSaleClosed(sale.saleId(), sale.closesAt())
                        : new FlashSaleCancelled(sale.saleId(), "a test", sale.closesAt()));
    }

    private void shop(String user) {
        String id = new UUID(random.nextLong(), random.nextLong()).toString();
        int bucket = random.nextInt(2);
        if (unitsOfA[bucket] == 0) {
            events.add(sale.refused(id, user, "a", "a", Refusal.SOLD_OUT));
            return;
        }
        if (random.nextInt(5) == 0) {
            events.add(sale.reservedForSet(id, user, "a", bucket, --unitsOfA[bucket]));
            events.add(sale.refused(id, user, "set", "b", Refusal.SOLD_OUT));
            events.add(sale.expired(id, false));
            events.add(sale.released(id, user, "a", bucket, ReleaseReason.BUNDLE_INCOMPLETE, ++unitsOfA[bucket]));
            return;
        }
        events.add(sale.reserved(id, user, "a", bucket, --unitsOfA[bucket]));
        events.add(sale.placed(id, user, "a", sale.opensAt().plusMillis(random.nextInt(10_000))));
        end(id, user, bucket);
    }

    private void end(String id, String user, int bucket) {
        switch (random.nextInt(4)) {
            case 0 -> events.add(sale.paid(id));
            case 1 -> {
                events.add(sale.expired(id, true));
                events.add(sale.released(id, user, "a", bucket, ReleaseReason.EXPIRED, ++unitsOfA[bucket]));
            }
            case 2 -> {
                events.add(sale.cancelled(id));
                events.add(sale.released(id, user, "a", bucket, ReleaseReason.CANCELLED, ++unitsOfA[bucket]));
            }
            default -> {
                // still waits for its payment
            }
        }
    }
}
