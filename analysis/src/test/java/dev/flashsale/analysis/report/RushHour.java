package dev.flashsale.analysis.report;

import dev.flashsale.analysis.audit.History;
import dev.flashsale.analysis.ledger.StoredEvent;
import dev.flashsale.kernel.order.OrderExpired;
import dev.flashsale.kernel.order.OrderLine;
import dev.flashsale.kernel.order.OrderPaid;
import dev.flashsale.kernel.order.OrderPlaced;
import dev.flashsale.kernel.sale.FlashSaleScheduled;
import dev.flashsale.kernel.sale.SaleItem;
import dev.flashsale.kernel.stock.Offer;
import dev.flashsale.kernel.stock.OfferComponent;
import dev.flashsale.kernel.stock.PurchaseRefused;
import dev.flashsale.kernel.stock.Refusal;
import dev.flashsale.kernel.stock.ReleaseReason;
import dev.flashsale.kernel.stock.ReservationConfirmed;
import dev.flashsale.kernel.stock.StockAllocated;
import dev.flashsale.kernel.stock.StockReleased;
import dev.flashsale.kernel.stock.StockReserved;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A crowd at one item: all at once at the opening, then fewer; most pay, some of the first let it expire, and the units are sold again. */
final class RushHour {
    static final Instant OPENS = Instant.parse("2026-11-21T12:00:00Z");
    private static final long WINDOW_MS = 15_000;
    private static final List<OfferComponent> ONE_PEN = List.of(new OfferComponent("pen", 1, 1));

    private final History history = new History();
    private final TreeMap<Long, Runnable> agenda = new TreeMap<>();
    private final Random random;
    private final String stockId;
    private final String saleId;
    private final int stock;
    private int available;
    private long nowMicros;
    private long ties;

    private RushHour(String saleId, String title, int shoppers, int stock, long seed) {
        this.saleId = saleId;
        this.stockId = saleId + ":pen:0";
        this.random = new Random(seed);
        this.stock = stock;
        this.available = stock;
        history.append(
                new FlashSaleScheduled(
                        saleId,
                        title,
                        "EUR",
                        OPENS,
                        OPENS.plusSeconds(60),
                        WINDOW_MS,
                        List.of(new SaleItem("pen", "Pen", 900, 500, stock, 1, 1)),
                        List.of(),
                        "merchant",
                        OPENS.minusSeconds(5)),
                OPENS.minusSeconds(5));
        allocate();
        for (int i = 0; i < shoppers; i++) {
            String shopper = "shopper-" + i;
            boolean late = random.nextInt(4) == 0;
            long at = late ? (long) (random.nextDouble() * 45e6) : (long) (Math.abs(random.nextGaussian()) * 120_000);
            at(at, () -> arrive(shopper));
        }
    }

    static List<StoredEvent> of(String saleId, String title, int shoppers, int stock, long seed) {
        RushHour rush = new RushHour(saleId, title, shoppers, stock, seed);
        while (!rush.agenda.isEmpty()) {
            Map.Entry<Long, Runnable> next = rush.agenda.pollFirstEntry();
            rush.nowMicros = next.getKey() / 1_000;
            next.getValue().run();
        }
        return rush.history.events();
    }

    static List<StoredEvent> of(int shoppers, int stock, long seed) {
        return of("sale-1", "Autumn sale", shoppers, stock, seed);
    }

    // a thousand places per microsecond, so that nothing on the agenda displaces anything else
    private void at(long micros, Runnable what) {
        agenda.put(micros * 1_000 + ties++ % 1_000, what);
    }

    private Instant now() {
        return OPENS.plusNanos(nowMicros * 1_000);
    }

    private void allocate() {
        Offer offer = new Offer("pen", 500, 1, ONE_PEN);
        Instant then = OPENS.minusSeconds(4);
        history.append(
                new StockAllocated(
                        stockId,
                        saleId,
                        "pen",
                        0,
                        stock,
                        "EUR",
                        OPENS,
                        OPENS.plusSeconds(60),
                        WINDOW_MS,
                        List.of(offer),
                        then),
                then);
    }

    private void arrive(String shopper) {
        String purchaseId = "p-" + shopper;
        Instant decided = now();
        Instant stored = decided.plusNanos(1_000_000 + random.nextInt(6_000_000));
        if (available == 0) {
            history.append(
                    new PurchaseRefused(
                            stockId, saleId, "pen", 0, purchaseId, shopper, "pen", 1, Refusal.SOLD_OUT, decided),
                    stored);
            return;
        }
        available--;
        Instant payBy = decided.plusMillis(WINDOW_MS);
        history.append(
                new StockReserved(
                        stockId,
                        saleId,
                        "pen",
                        0,
                        purchaseId,
                        shopper,
                        "pen",
                        1,
                        1,
                        500,
                        "EUR",
                        ONE_PEN,
                        payBy,
                        available,
                        decided),
                stored);
        at(nowMicros + 8_000 + random.nextInt(30_000), () -> place(purchaseId, shopper, payBy));
    }

    private void place(String purchaseId, String shopper, Instant payBy) {
        List<OrderLine> lines = List.of(new OrderLine("pen", stockId, 1));
        history.append(new OrderPlaced(purchaseId, saleId, shopper, "pen", 1, lines, 500, "EUR", payBy, now()), now());
        if (random.nextInt(5) == 0 && nowMicros < 10_000_000) {
            long deadline = SaleStory.micros(OPENS, payBy) + random.nextInt(200_000);
            at(deadline, () -> expire(purchaseId, shopper));
        } else {
            at(nowMicros + 200_000 + random.nextInt(6_000_000), () -> pay(purchaseId, shopper));
        }
    }

    private void pay(String purchaseId, String shopper) {
        history.append(new OrderPaid(purchaseId, "pay-" + purchaseId, 500, "EUR", now()), now());
        at(
                nowMicros + 10_000 + random.nextInt(20_000),
                () -> history.append(
                        new ReservationConfirmed(stockId, saleId, "pen", 0, purchaseId, shopper, 1, now()), now()));
    }

    private void expire(String purchaseId, String shopper) {
        history.append(new OrderExpired(purchaseId, true, now()), now());
        at(nowMicros + 15_000 + random.nextInt(20_000), () -> {
            available++;
            history.append(
                    new StockReleased(
                            stockId,
                            saleId,
                            "pen",
                            0,
                            purchaseId,
                            shopper,
                            "pen",
                            1,
                            1,
                            ReleaseReason.EXPIRED,
                            available,
                            now()),
                    now());
        });
    }
}
