package dev.flashsale.command.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.command.admission.queue.Line;
import dev.flashsale.command.aggregate.SharedEvents;
import dev.flashsale.command.purchase.OfferedSale.Lead;
import dev.flashsale.command.purchase.PurchaseDesk.Ask;
import dev.flashsale.kernel.stock.PurchaseRequest;
import dev.flashsale.kernel.stock.ReleaseReason;
import dev.flashsale.kernel.stock.ReleaseReservations;
import dev.flashsale.kernel.stock.ReservationRelease;
import dev.flashsale.kernel.stock.StockId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A crowd that comes again whenever it is told to wait, while units come back, gets every unit there is. */
class LineRaceTest {
    private static final int UNITS = 50;
    private static final int CROWD = 300;
    private static final int GIVEN_BACK = 10;

    private final AtomicInteger told = new AtomicInteger();
    private final AtomicInteger givenBack = new AtomicInteger();
    private final AtomicInteger bought = new AtomicInteger();
    private final AtomicInteger soldOut = new AtomicInteger();

    @Test
    void nobodyIsKeptFromAUnitForGoodAndTheLinesEndWithTheStocks() throws Exception {
        try (Shop shop = new Shop(new SharedEvents());
                ExecutorService shoppers = Executors.newFixedThreadPool(32)) {
            // given
            Counter.announce(shop, UNITS, 2);
            shop.allocate(UNITS / 2, UNITS / 2);
            Counter counter = new Counter(shop);
            Line unused = counter.known("nobody", "phone", 1);

            // when
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < CROWD; i++) {
                String shopper = "shopper-" + i;
                all.add(shoppers.submit(() -> buy(shop, counter, shopper)));
            }
            for (Future<?> one : all) {
                Object done = one.get(120, TimeUnit.SECONDS);
            }

            // then
            StockCommands stocks = new StockCommands(shop.gateway, Clock.fixed(Shop.NOW, ZoneOffset.UTC));
            int left = stocks.level(Shop.bucket(0)).availableUnits()
                    + stocks.level(Shop.bucket(1)).availableUnits();
            assertThat(bought.get() - givenBack.get()).isEqualTo(UNITS - left);
            assertThat(bought.get() + soldOut.get()).isEqualTo(CROWD);
            assertThat(counter.known("nobody", "phone", 1))
                    .matches(line -> line.unitsLeft() == left && line.waiting() == 0 && line.unitsAhead() == 0);
            System.out.println("LineRaceTest: told to wait " + told + " times, bought " + bought);
            counter.intake.drain();
        }
    }

    private Object buy(Shop shop, Counter counter, String shopper) throws Exception {
        Lead lead = counter.lead("phone");
        Ask ask = Counter.ask(shopper, "phone", 1);
        for (Line line = counter.line(shopper, "phone", 1);
                line != null && line.isFull();
                line = counter.line(shopper, "phone", 1)) {
            assertThat(line.waiting()).isPositive();
            told.incrementAndGet();
            Thread.yield();
        }
        counter.lines.join(ask, lead);
        StockId stockId = StockId.of("sale-1", "phone", shopper, lead.buckets());
        PurchaseRequest request = new PurchaseRequest(ask.purchaseId(), shopper, "phone", 1, false);
        Waiting waiting = new Waiting(request, lead.buckets(), false, 1, new CompletableFuture<>());
        Answer answer = counter.intake.submit(stockId, waiting).get(60, TimeUnit.SECONDS);
        counter.lines.leave(ask, lead);
        if (!(answer instanceof Answer.Accepted)) {
            return soldOut.incrementAndGet();
        }
        if (bought.incrementAndGet() <= GIVEN_BACK) {
            shop.gateway.sendAndWait(new ReleaseReservations(
                    stockId, List.of(new ReservationRelease(ask.purchaseId(), ReleaseReason.CANCELLED)), Shop.NOW));
            givenBack.incrementAndGet();
        }
        return answer;
    }
}
