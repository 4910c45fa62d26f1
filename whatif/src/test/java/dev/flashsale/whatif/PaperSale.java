package dev.flashsale.whatif;

import dev.flashsale.command.stock.Decision;
import dev.flashsale.command.stock.StockOnPaper;
import dev.flashsale.kernel.stock.AddUnits;
import dev.flashsale.kernel.stock.Offer;
import dev.flashsale.kernel.stock.OfferComponent;
import dev.flashsale.kernel.stock.PurchaseOutcome;
import dev.flashsale.kernel.stock.PurchaseRequest;
import dev.flashsale.kernel.stock.ReceiveTransfer;
import dev.flashsale.kernel.stock.Refusal;
import dev.flashsale.kernel.stock.ReleaseReason;
import dev.flashsale.kernel.stock.ReservationRelease;
import dev.flashsale.kernel.stock.StockAllocated;
import dev.flashsale.kernel.stock.StockEvent;
import dev.flashsale.kernel.stock.StockId;
import dev.flashsale.kernel.stock.StockReserved;
import dev.flashsale.kernel.stock.StockTransferred;
import dev.flashsale.kernel.stock.TransferStock;
import dev.flashsale.kernel.stock.WithdrawStock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A sale that goes as its test says, every event of it decided by the stock's own rules. */
final class PaperSale {
    static final String SALE = "sale-1";
    static final String PEN = "pen";
    static final String PAD = "pad";
    static final String SET = "set";
    static final long WINDOW_MS = 60_000;
    static final Instant OPENS = Instant.parse("2026-11-21T12:00:00Z");

    final List<StockEvent> events = new ArrayList<>();
    final Map<StockId, StockOnPaper> stocks = new LinkedHashMap<>();
    private final Map<String, List<StockReserved>> held = new LinkedHashMap<>();
    private final int penBuckets;
    private final List<Offer> offers;
    Instant now = OPENS;
    private int transfers;

    /** Pens in so many buckets, pads in one, and a set of two pens and a pad. */
    PaperSale(int pens, int penBuckets, int pads, int limit) {
        this.penBuckets = penBuckets;
        offers = List.of(
                new Offer(PEN, 500, limit, List.of(new OfferComponent(PEN, 1, penBuckets))),
                new Offer(PAD, 700, limit, List.of(new OfferComponent(PAD, 1, 1))),
                new Offer(
                        SET,
                        1_500,
                        limit,
                        List.of(new OfferComponent(PEN, 2, penBuckets), new OfferComponent(PAD, 1, 1))));
        for (int bucket = 0; bucket < penBuckets; bucket++) {
            allocate(PEN, bucket, pens / penBuckets + (bucket < pens % penBuckets ? 1 : 0));
        }
        allocate(PAD, 0, pads);
    }

    private void allocate(String itemId, int bucket, int units) {
        StockId id = new StockId(SALE, itemId, bucket);
        stocks.put(id, new StockOnPaper());
        Instant closes = OPENS.plus(Duration.ofHours(1));
        List<Offer> touching =
                offers.stream().filter(offer -> offer.unitsOf(itemId) > 0).toList();
        happen(new StockAllocated(
                id.toString(), SALE, itemId, bucket, units, "EUR", OPENS, closes, WINDOW_MS, touching, OPENS));
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    private int bucketsOf(String itemId) {
        return itemId.equals(PEN) ? penBuckets : 1;
    }

    StockId stockOf(String itemId, String userId) {
        return StockId.of(SALE, itemId, userId, bucketsOf(itemId));
    }

    /** Asks like the intake: fetches from the other buckets when its own is short. */
    boolean buy(String purchaseId, String userId, String offerId) {
        return ask(purchaseId, userId, offerId, offerId.equals(PAD) ? PAD : PEN, true);
    }

    boolean ask(String purchaseId, String userId, String offerId, String itemId, boolean mayFetch) {
        StockId id = stockOf(itemId, userId);
        boolean fetched = true;
        while (true) {
            PurchaseRequest request = new PurchaseRequest(purchaseId, userId, offerId, 1, !fetched);
            Decision decision = stock(id).decide(request, now);
            if (decision instanceof Decision.Happens happens) {
                happen(happens.event());
                if (happens.event() instanceof StockReserved event) {
                    held.computeIfAbsent(purchaseId, key -> new ArrayList<>()).add(event);
                }
                return happens.event() instanceof StockReserved;
            }
            PurchaseOutcome.Short tooFew = (PurchaseOutcome.Short) ((Decision.Answer) decision).outcome();
            fetched = mayFetch && fetch(id, tooFew.missingUnits());
        }
    }

    private boolean fetch(StockId to, int missing) {
        for (int step = 1; step < bucketsOf(to.itemId()); step++) {
            StockId from = new StockId(SALE, to.itemId(), (to.bucket() + step) % bucketsOf(to.itemId()));
            Optional<StockTransferred> sent = send(from, to, missing);
            if (sent.isPresent()) {
                receive(sent.get());
                return true;
            }
        }
        return false;
    }

    Optional<StockTransferred> send(StockId from, StockId to, int units) {
        Optional<StockTransferred> sent =
                stock(from).transfer(new TransferStock(from, to, "t-" + transfers++, units, now));
        sent.ifPresent(this::happen);
        return sent;
    }

    void receive(StockTransferred sent) {
        StockId to = StockId.parse(sent.toStockId());
        ReceiveTransfer command =
                new ReceiveTransfer(to, StockId.parse(sent.stockId()), sent.transferId(), sent.units(), now);
        stock(to).receive(command).ifPresent(this::happen);
    }

    void pay(String purchaseId) {
        heldBy(purchaseId)
                .forEach(event -> stock(event).confirm(purchaseId, now).ifPresent(this::happen));
    }

    void giveBack(String purchaseId, ReleaseReason reason) {
        heldBy(purchaseId)
                .forEach(event -> stock(event)
                        .release(new ReservationRelease(purchaseId, reason), now)
                        .ifPresent(this::happen));
    }

    void add(String itemId, int bucket, String additionId, int units) {
        StockId id = new StockId(SALE, itemId, bucket);
        stock(id).add(new AddUnits(id, additionId, units, now)).ifPresent(this::happen);
    }

    void withdraw() {
        stocks.forEach((id, stock) ->
                stock.withdraw(new WithdrawStock(id, Refusal.ENDED, now)).ifPresent(this::happen));
    }

    List<StockReserved> heldBy(String purchaseId) {
        return held.getOrDefault(purchaseId, List.of());
    }

    private StockOnPaper stock(StockEvent event) {
        return stock(StockId.parse(event.stockId()));
    }

    StockOnPaper stock(StockId id) {
        return Objects.requireNonNull(stocks.get(id));
    }

    private void happen(StockEvent event) {
        stock(event).evolve(event);
        events.add(event);
    }

    Recording recording() {
        Recording recording = new Recording(SALE);
        for (int i = 0; i < events.size(); i++) {
            recording.add(i + 1L, events.get(i));
        }
        return recording;
    }
}
