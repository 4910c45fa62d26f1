package dev.flashsale.standalone.demo;

import dev.flashsale.standalone.demo.Purchasing.Payment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/** A made-up crowd: everybody comes within a few seconds of the opening, each with a habit. */
final class Rush implements Crowd {
    private static final Duration ARRIVALS = Duration.ofSeconds(3);
    private static final Duration BOT_HEAD_START = Duration.ofSeconds(1);
    private static final int BOT_TRIES = 20;
    private static final int WANT_SECOND_PERCENT = 20;

    private final Shop shop;
    private final SalePlan plan;
    private final OpenSale sale;
    private final List<Shopper> shoppers;
    private final SplittableRandom random;
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger left = new AtomicInteger();

    Rush(Shop shop, SalePlan plan, OpenSale sale, List<Shopper> shoppers, long seed) {
        this.shop = shop;
        this.plan = plan;
        this.sale = sale;
        this.shoppers = shoppers;
        this.random = new SplittableRandom(seed);
    }

    @Override
    public void run() {
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Shopper shopper : shoppers) {
                RandomGenerator own = random.split();
                Future<?> unused = each.submit(() -> come(shopper, own));
            }
        }
    }

    private void come(Shopper shopper, RandomGenerator own) {
        Habit habit = plan.bundles().isEmpty() ? Habit.QUICK : Habit.any(own);
        String offerId = wish(habit, own);
        try {
            if (habit != Habit.BOT) {
                Pause.until(pageOpened(own));
                sale.purchasing().passes().prepare(shopper, offerId, true);
            }
        } catch (RuntimeException e) {
            sale.log().contradiction("a shopper could not prepare: " + e);
        }
        Pause.until(arrival(habit, own));
        begun.incrementAndGet();
        try {
            Answer unused = shop.get("/api/sales/" + sale.saleId(), shopper.token());
            String end = firstTry(habit, shopper, offerId);
            if (habit != Habit.NEVER_PAYS) {
                sale.comeBack(shopper, offerId, end);
            }
        } catch (RuntimeException e) {
            sale.log().contradiction("a shopper could not go on: " + e);
        } finally {
            left.incrementAndGet();
        }
    }

    private static String wish(Habit habit, RandomGenerator own) {
        if (habit == Habit.BUYS_BUNDLE) {
            return SalePlans.BUNDLE;
        }
        return own.nextInt(100) < WANT_SECOND_PERCENT && habit != Habit.BOT ? SalePlans.SECOND : SalePlans.MAIN;
    }

    // most of a crowd is there at the first moment: the square of a uniform draw
    private Instant arrival(Habit habit, RandomGenerator own) {
        double drawn = own.nextDouble();
        return habit == Habit.BOT
                ? sale.opensAt().minus(BOT_HEAD_START)
                : sale.opensAt().plusMillis((long) (drawn * drawn * ARRIVALS.toMillis()));
    }

    /** With the gate on, people come early: what the gate asks of them is done before the opening. */
    private Instant pageOpened(RandomGenerator own) {
        Duration early = Duration.between(Instant.now(), sale.opensAt()).minusSeconds(1);
        return Instant.now().plusMillis((long) (own.nextDouble() * Math.max(0, early.toMillis())));
    }

    private String firstTry(Habit habit, Shopper shopper, String offerId) {
        return switch (habit) {
            case QUICK, BUYS_BUNDLE -> sale.purchasing().buy(shopper, offerId, Payment.AT_ONCE);
            case SLOW_TO_PAY -> sale.purchasing().buy(shopper, offerId, Payment.LATE);
            case NEVER_PAYS -> sale.purchasing().buy(shopper, offerId, Payment.NEVER);
            case TRIES_TWICE -> tryTwice(shopper, offerId);
            case BOT -> hammer(shopper, offerId);
        };
    }

    private String tryTwice(Shopper shopper, String offerId) {
        String key = UUID.randomUUID().toString();
        Purchasing purchasing = sale.purchasing();
        Answer[] twin = new Answer[1];
        Thread other = Thread.startVirtualThread(() -> twin[0] = purchasing.request(shopper, offerId, 1, key));
        Answer first = purchasing.request(shopper, offerId, 1, key);
        try {
            other.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // of two that come together the edge may refuse one, which is no outcome: the other's 202 is
        Answer bought = first.status() == 202 || twin[0] == null ? first : twin[0];
        String end = purchasing.goOn(bought, shopper, offerId, Payment.AT_ONCE);
        if (end.equals("PAID")) {
            mustNotSucceed(
                    "a second purchase",
                    purchasing.request(shopper, offerId, 1, UUID.randomUUID().toString()));
            mustNotSucceed("a key used for something else", purchasing.request(shopper, offerId, 2, key));
        }
        return end;
    }

    private void mustNotSucceed(String what, Answer answer) {
        if (answer.status() == 202) {
            sale.log().contradiction(what + " was accepted: " + answer);
        }
    }

    private String hammer(Shopper shopper, String offerId) {
        Pause pause = new Pause(60, 200);
        String end = tryInHaste(shopper, offerId);
        for (int i = 1; i < BOT_TRIES && !end.equals("PAID"); i++) {
            pause.take();
            end = tryInHaste(shopper, offerId);
        }
        return end;
    }

    private String tryInHaste(Shopper shopper, String offerId) {
        Purchasing purchasing = sale.purchasing();
        Answer answer =
                purchasing.requestInHaste(shopper, offerId, UUID.randomUUID().toString());
        return purchasing.goOn(answer, shopper, offerId, Payment.AT_ONCE);
    }

    @Override
    public Position position() {
        return new Position(begun.get(), shoppers.size(), "shoppers");
    }

    @Override
    public int active() {
        return begun.get() - left.get();
    }

    @Override
    public String remark() {
        return "";
    }
}
