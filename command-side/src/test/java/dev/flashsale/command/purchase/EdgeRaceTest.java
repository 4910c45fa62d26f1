package dev.flashsale.command.purchase;

import static dev.flashsale.command.purchase.Shop.refusable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.command.aggregate.SharedEvents;
import dev.flashsale.kernel.stock.ReleaseReason;
import dev.flashsale.kernel.stock.ReleaseReservations;
import dev.flashsale.kernel.stock.ReservationRelease;
import dev.flashsale.kernel.stock.StockId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Latches against units that come back all the time: nobody is refused at the edge while a unit was for sale throughout. */
class EdgeRaceTest {
    private static final int THREADS = 8;
    private static final int SHOPPERS = 400;

    private record EdgeRefusal(int askedAt, int answeredAt) {}

    private final SharedEvents events = new SharedEvents();
    private final Queue<EdgeRefusal> refusals = new ConcurrentLinkedQueue<>();

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void theLatchNeverLies(int buckets) throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("EdgeRaceTest: seed " + seed);
        int[] units = new Random(seed).ints(buckets, 1, 6).toArray();
        try (Shop shop = new Shop(events);
                ExecutorService crowd = Executors.newFixedThreadPool(THREADS)) {
            shop.allocate(units);
            Intake intake = new Intake(shop.decision, new SimpleMeterRegistry(), 4, 1_000, 16, 60_000);
            List<Callable<Answer>> wishes = new ArrayList<>();
            for (int shopper = 0; shopper < SHOPPERS; shopper++) {
                String name = "s" + shopper;
                wishes.add(() -> buy(shop, intake, name, buckets));
            }
            for (Future<Answer> answer : crowd.invokeAll(wishes, 60, TimeUnit.SECONDS)) {
                assertThat(answer.get()).isNotNull();
            }
            intake.drain();
        }
        SoldLedger ledger = SoldLedger.of(events.log());
        assertThat(ledger.oversoldAt()).isEmpty();
        assertThat(refusals)
                .allSatisfy(refusal -> assertThat(ledger.leastLeft(refusal.askedAt(), refusal.answeredAt()))
                        .isZero());
    }

    private Answer buy(Shop shop, Intake intake, String name, int buckets) throws Exception {
        Waiting wish = refusable(name, buckets);
        StockId stockId = StockId.of("sale-1", "phone", wish.request().userId(), buckets);
        while (true) {
            int askedAt = events.size();
            Answer answer =
                    intake.submit(stockId, Shop.refusable(name, buckets)).get(60, TimeUnit.SECONDS);
            if (answer instanceof Answer.RefusedAtTheEdge) {
                refusals.add(new EdgeRefusal(askedAt, events.size()));
                return answer;
            }
            if (answer instanceof Answer.Accepted && ThreadLocalRandom.current().nextInt(4) > 0) {
                ReservationRelease release = new ReservationRelease(name, ReleaseReason.CANCELLED);
                Persistent.send(shop.gateway, new ReleaseReservations(stockId, List.of(release), Shop.NOW));
            }
            if (!(answer instanceof Answer.Busy)) {
                return answer;
            }
        }
    }
}
