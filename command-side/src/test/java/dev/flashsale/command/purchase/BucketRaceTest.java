package dev.flashsale.command.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.command.aggregate.SharedEvents;
import dev.flashsale.kernel.stock.PurchaseRefused;
import dev.flashsale.kernel.stock.ReleaseReason;
import dev.flashsale.kernel.stock.ReleaseReservations;
import dev.flashsale.kernel.stock.ReservationRelease;
import dev.flashsale.kernel.stock.StockId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Crowds on many threads and one or two nodes buy from unevenly filled buckets, and some units come back meanwhile. Exactly
 * all units are sold, and "sold out" is only said when there was a moment, while that shopper waited, at which too few were
 * left in all buckets and on the way between them.
 */
class BucketRaceTest {
    private static final int SHOPPERS = 150;
    private static final int THREADS = 8;

    @ParameterizedTest
    @CsvSource({"1, false", "1, true", "2, false", "2, true"})
    void exactlyAllUnitsAreSoldAndNobodyIsSentAwayInVain(int nodes, boolean withReleases) throws Exception {
        long first = Long.getLong("seed", System.nanoTime());
        for (long seed = first; seed < first + 5; seed++) {
            System.out.println("BucketRaceTest: " + nodes + " nodes, seed " + seed);
            new Race(new Random(seed), nodes, withReleases).run();
        }
    }

    /** One run. */
    private static final class Race {
        private final SharedEvents events = new SharedEvents();
        private final Map<String, Integer> askedAt = new ConcurrentHashMap<>();
        private final List<Shop> shops = new ArrayList<>();
        private final List<Intake> intakes = new ArrayList<>();
        private final int[] units;
        private final int total;
        private final boolean withReleases;

        Race(Random random, int nodes, boolean withReleases) {
            this.withReleases = withReleases;
            units = random.ints(2 + random.nextInt(4), 0, 25).toArray();
            total = Arrays.stream(units).sum();
            for (int node = 0; node < nodes; node++) {
                Shop shop = new Shop(events);
                shops.add(shop);
                intakes.add(
                        new Intake(shop.decision, new SimpleMeterRegistry(), 4, 1_000, 1 + random.nextInt(32), 60_000));
            }
        }

        void run() throws Exception {
            shops.getFirst().allocate(units);
            try (ExecutorService crowd = Executors.newFixedThreadPool(THREADS);
                    Deliveries deliveries = new Deliveries(events, shops.getFirst().gateway)) {
                List<Callable<Answer>> wishes = new ArrayList<>();
                for (int shopper = 0; shopper < SHOPPERS; shopper++) {
                    String name = "s" + shopper;
                    Intake intake = intakes.get(shopper % intakes.size());
                    wishes.add(() -> buy(intake, name));
                }
                for (Future<Answer> answer : crowd.invokeAll(wishes, 60, TimeUnit.SECONDS)) {
                    assertThat(answer.get()).isInstanceOfAny(Answer.Accepted.class, Answer.Refused.class);
                }
            }
            SoldLedger ledger = SoldLedger.of(events.log());
            assertThat(ledger.oversoldAt()).isEmpty();
            assertThat(refusedInVain(ledger)).isEmpty();
            if (!withReleases) {
                assertThat(ledger.heldUnits()).isEqualTo(Math.min(total, SHOPPERS));
                assertThat(ledger.reservations()).isEqualTo(Math.min(total, SHOPPERS));
            }
            for (int i = 0; i < shops.size(); i++) {
                intakes.get(i).drain();
                shops.get(i).close();
            }
        }

        /** Asks until there is an answer, always with the same key, as a well-made client does. */
        private Answer buy(Intake intake, String name) throws Exception {
            Waiting wish = Shop.wish(name, 1, units.length);
            StockId stockId = StockId.of("sale-1", "phone", wish.request().userId(), units.length);
            while (true) {
                try {
                    askedAt.put(name, events.size());
                    CompletableFuture<Answer> answer = intake.submit(stockId, wish.request(), units.length, false);
                    Answer heard = answer.get(60, TimeUnit.SECONDS);
                    if (!(heard instanceof Answer.Busy)) {
                        sometimesGiveBack(stockId, heard);
                        return heard;
                    }
                } catch (ExecutionException unknown) {
                    // the outcome is unknown: the same key will tell
                    assertThat(unknown).hasRootCauseInstanceOf(ConcurrencyException.class);
                }
            }
        }

        private void sometimesGiveBack(StockId stockId, Answer heard) {
            if (withReleases
                    && heard instanceof Answer.Accepted
                    && ThreadLocalRandom.current().nextInt(3) == 0) {
                ReservationRelease release = new ReservationRelease(heard.purchaseId(), ReleaseReason.CANCELLED);
                Persistent.send(shops.getFirst().gateway, new ReleaseReservations(stockId, List.of(release), Shop.NOW));
            }
        }

        private List<String> refusedInVain(SoldLedger ledger) {
            List<String> inVain = new ArrayList<>();
            List<Object> log = events.log();
            for (int index = 0; index < log.size(); index++) {
                if (log.get(index) instanceof PurchaseRefused refused) {
                    int asked = askedAt.getOrDefault(refused.purchaseId(), 0);
                    if (ledger.leastLeft(asked, index) >= refused.quantity()) {
                        inVain.add(refused.purchaseId());
                    }
                }
            }
            return inVain;
        }
    }
}
