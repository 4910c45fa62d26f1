package dev.flashsale.standalone.demo;

import dev.flashsale.kernel.sale.Bundle;
import dev.flashsale.kernel.sale.SaleItem;
import dev.flashsale.standalone.demo.Purchasing.Payment;
import dev.flashsale.standalone.input.Arrivals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/**
 * A recorded crowd. Each recorded request becomes {@code scale} requests, spread evenly over the recorded second, and the
 * seconds pass {@code speedUp} times as fast. Every request comes from one of a smaller number of shoppers, drawn evenly:
 * one in four looks at the sale, the others want to buy a product, drawn by demand. Where the page shows it sold out, its
 * button is off, so all but a few only look, and come back when units do. What follows from a purchase (asking
 * for its result, paying) comes on top. The schedule does not wait for answers; requests sent later than recorded, because
 * the machine cannot keep up, are reported as late.
 */
final class Replay implements Crowd {
    private static final int MOST_IN_FLIGHT = 256;
    private static final int LOOKS_PERCENT = 25;
    private static final int PRESSES_ANYWAY_PERCENT = 5;
    private static final int BUNDLES_PERCENT = 1;
    private static final int REPEATS_PERCENT = 5;
    private static final int NEVER_PAYS_PERCENT = 12;

    private final Shop shop;
    private final OpenSale sale;
    private final List<Shopper> shoppers;
    private final Arrivals arrivals;
    private final int speedUp;
    private final int scale;
    private final SplittableRandom random;
    private final List<Bundle> bundles;
    private final NavigableMap<Integer, String> byDemand = new TreeMap<>();
    private final int demand;
    private final Lateness lateness;
    private final Semaphore inFlight = new Semaphore(MOST_IN_FLIGHT);
    private final Set<String> watching = ConcurrentHashMap.newKeySet();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger left = new AtomicInteger();

    Replay(
            Shop shop,
            SalePlan plan,
            OpenSale sale,
            List<Shopper> shoppers,
            Arrivals arrivals,
            int speedUp,
            int scale,
            long seed) {
        this.shop = shop;
        this.sale = sale;
        this.shoppers = shoppers;
        this.arrivals = arrivals;
        this.speedUp = speedUp;
        this.scale = scale;
        this.random = new SplittableRandom(seed);
        this.bundles = plan.bundles();
        this.lateness = new Lateness(Math.toIntExact(arrivals.total() * scale));
        int sum = 0;
        for (SaleItem item : plan.items()) {
            byDemand.put(sum, item.itemId());
            sum += item.units();
        }
        this.demand = sum;
    }

    @Override
    public void run() throws InterruptedException {
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int second = 0; second < arrivals.seconds(); second++) {
                int requests = arrivals.perSecond().get(second) * scale;
                for (int i = 0; i < requests; i++) {
                    Instant due = due(second, i, requests);
                    Pause.until(due);
                    inFlight.acquire();
                    RandomGenerator own = random.split();
                    Future<?> unused = each.submit(() -> arrive(due, own));
                }
            }
        }
    }

    private Instant due(int second, int number, int ofNumber) {
        double recordedSeconds = second + (number + 0.5) / ofNumber;
        return sale.opensAt().plus(Duration.ofNanos((long) (recordedSeconds * 1e9 / speedUp)));
    }

    private void arrive(Instant due, RandomGenerator own) {
        lateness.record(Duration.between(due, Instant.now()));
        begun.incrementAndGet();
        Shopper shopper = shoppers.get(own.nextInt(shoppers.size()));
        try {
            String offerId = offer(own);
            if (own.nextInt(100) < LOOKS_PERCENT) {
                look(shopper);
            } else if (own.nextInt(100) >= PRESSES_ANYWAY_PERCENT
                    && sale.comebacks().showsSoldOut(offerId)) {
                look(shopper);
                comeBack(shopper, offerId, Refusals.SOLD_OUT);
            } else {
                tryToBuy(shopper, offerId, own);
            }
        } catch (RuntimeException e) {
            sale.log().contradiction("a shopper could not go on: " + e);
        } finally {
            left.incrementAndGet();
        }
    }

    private void look(Shopper shopper) {
        try {
            Answer unused = shop.get("/api/sales/" + sale.saleId(), shopper.token());
        } finally {
            inFlight.release();
        }
    }

    private void tryToBuy(Shopper shopper, String offerId, RandomGenerator own) {
        String key = new UUID(own.nextLong(), own.nextLong()).toString();
        Payment payment = own.nextInt(100) < NEVER_PAYS_PERCENT ? Payment.NEVER : Payment.AT_ONCE;
        Answer answer;
        prepare(shopper, offerId);
        try {
            answer = sale.purchasing().request(shopper, offerId, 1, key);
            if (own.nextInt(100) < REPEATS_PERCENT) {
                answer = sale.purchasing().request(shopper, offerId, 1, key);
            }
        } finally {
            inFlight.release();
        }
        String end = sale.purchasing().goOn(answer, shopper, offerId, payment);
        if (payment != Payment.NEVER) {
            comeBack(shopper, offerId, end);
        }
    }

    // who is thinking has no request in flight
    private void prepare(Shopper shopper, String offerId) {
        if (sale.purchasing().passes().areNeeded()) {
            inFlight.release();
            try {
                sale.purchasing().passes().prepare(shopper, offerId, true);
            } finally {
                inFlight.acquireUninterruptibly();
            }
        }
    }

    // a shopper watches one product at a time
    private void comeBack(Shopper shopper, String offerId, String firstEnd) {
        if (!OpenSale.isStillWanted(firstEnd) || !watching.add(shopper.userId())) {
            return;
        }
        sale.comeBack(shopper, offerId, firstEnd);
        watching.remove(shopper.userId());
    }

    private String offer(RandomGenerator own) {
        return !bundles.isEmpty() && own.nextInt(100) < BUNDLES_PERCENT
                ? bundles.getFirst().bundleId()
                : byDemand.floorEntry(own.nextInt(demand)).getValue();
    }

    @Override
    public Position position() {
        return new Position(begun.get(), arrivals.total() * scale, "arrivals");
    }

    @Override
    public int active() {
        return begun.get() - left.get();
    }

    @Override
    public String remark() {
        return "%,d recorded requests in %,d s, times %d, %d times as fast, from %,d shoppers; %s"
                .formatted(arrivals.total(), arrivals.seconds(), scale, speedUp, shoppers.size(), lateness);
    }
}
