package dev.flashsale.analysis.audit;

import dev.flashsale.kernel.sale.FlashSaleScheduled;
import dev.flashsale.kernel.sale.SaleItem;
import dev.flashsale.kernel.stock.Offer;
import dev.flashsale.kernel.stock.OfferComponent;
import dev.flashsale.kernel.stock.PurchaseRefused;
import dev.flashsale.kernel.stock.Refusal;
import dev.flashsale.kernel.stock.ReleaseReason;
import dev.flashsale.kernel.stock.ReservationConfirmed;
import dev.flashsale.kernel.stock.StockAdded;
import dev.flashsale.kernel.stock.StockAllocated;
import dev.flashsale.kernel.stock.StockId;
import dev.flashsale.kernel.stock.StockReleased;
import dev.flashsale.kernel.stock.StockReserved;
import dev.flashsale.kernel.stock.StockTransferReceived;
import dev.flashsale.kernel.stock.StockTransferred;
import dev.flashsale.kernel.stock.StockWithdrawn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the stock events of a sale that goes as its test says, with the units right unless the test spoils them. */
abstract class ToldStock {
    public static final String SALE = "sale-1";
    static final Instant OPENS = Instant.parse("2026-11-21T12:00:00Z");
    static final Instant CLOSES = OPENS.plus(Duration.ofHours(1));
    static final Duration PAYMENT_WINDOW = Duration.ofSeconds(60);
    static final String CURRENCY = "EUR";

    private final History history = new History();
    private final List<Offer> offers = new ArrayList<>();
    private final Map<String, Integer> available = new HashMap<>();
    private final Map<String, List<StockReserved>> held = new LinkedHashMap<>();
    Instant now = OPENS;

    public History history() {
        return history;
    }

    public Instant now() {
        return now;
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    void go(Instant then) {
        now = then;
    }

    public void tell(Object event) {
        history.append(event, now);
    }

    int availableIn(String itemId, int bucket) {
        return available.getOrDefault(stock(itemId, bucket), 0);
    }

    static String stock(String itemId, int bucket) {
        return new StockId(SALE, itemId, bucket).toString();
    }

    void offer(String offerId, long priceMinor, int limit, OfferComponent... components) {
        offers.add(new Offer(offerId, priceMinor, limit, List.of(components)));
    }

    void schedule(SaleItem... items) {
        tell(new FlashSaleScheduled(
                SALE, "Autumn sale", CURRENCY, OPENS, CLOSES, 60_000, List.of(items), List.of(), "merchant-1", now));
    }

    public void allocate(String itemId, int bucket, int units) {
        List<Offer> touching =
                offers.stream().filter(offer -> offer.unitsOf(itemId) > 0).toList();
        tell(new StockAllocated(
                stock(itemId, bucket),
                SALE,
                itemId,
                bucket,
                units,
                CURRENCY,
                OPENS,
                CLOSES,
                PAYMENT_WINDOW.toMillis(),
                touching,
                now));
        available.put(stock(itemId, bucket), units);
    }

    public void reserve(String purchaseId, String userId, String offerId, int quantity, String itemId, int bucket) {
        Offer offer = offerOf(offerId);
        int units = offer.unitsOf(itemId) * quantity;
        StockReserved event = new StockReserved(
                stock(itemId, bucket),
                SALE,
                itemId,
                bucket,
                purchaseId,
                userId,
                offerId,
                quantity,
                units,
                offer.priceMinor() * quantity,
                CURRENCY,
                offer.components(),
                now.plus(PAYMENT_WINDOW),
                move(stock(itemId, bucket), -units),
                now);
        held.computeIfAbsent(purchaseId, id -> new ArrayList<>()).add(event);
        tell(event);
    }

    public void refuse(
            String purchaseId, String userId, String offerId, int quantity, String itemId, int bucket, Refusal reason) {
        tell(new PurchaseRefused(
                stock(itemId, bucket), SALE, itemId, bucket, purchaseId, userId, offerId, quantity, reason, now));
    }

    void confirm(String purchaseId) {
        for (StockReserved e : heldBy(purchaseId)) {
            tell(new ReservationConfirmed(
                    e.stockId(), SALE, e.itemId(), e.bucket(), purchaseId, e.userId(), e.units(), now));
        }
    }

    void release(String purchaseId, ReleaseReason reason) {
        for (StockReserved e : heldBy(purchaseId)) {
            tell(new StockReleased(
                    e.stockId(),
                    SALE,
                    e.itemId(),
                    e.bucket(),
                    purchaseId,
                    e.userId(),
                    e.offerId(),
                    e.quantity(),
                    e.units(),
                    reason,
                    move(e.stockId(), e.units()),
                    now));
        }
    }

    void send(String transferId, String itemId, int from, int to, int units) {
        tell(new StockTransferred(
                stock(itemId, from),
                SALE,
                itemId,
                from,
                stock(itemId, to),
                transferId,
                units,
                move(stock(itemId, from), -units),
                now));
    }

    void receive(String transferId, String itemId, int from, int to, int units) {
        tell(new StockTransferReceived(
                stock(itemId, to),
                SALE,
                itemId,
                to,
                stock(itemId, from),
                transferId,
                units,
                move(stock(itemId, to), units),
                now));
    }

    void add(String additionId, String itemId, int bucket, int units) {
        String stockId = stock(itemId, bucket);
        tell(new StockAdded(stockId, SALE, itemId, bucket, additionId, units, move(stockId, units), now));
    }

    void withdraw(String itemId, int bucket) {
        tell(new StockWithdrawn(stock(itemId, bucket), SALE, itemId, bucket, Refusal.ENDED, now));
    }

    List<StockReserved> heldBy(String purchaseId) {
        return held.getOrDefault(purchaseId, List.of());
    }

    private int move(String stockId, int units) {
        return available.merge(stockId, units, Integer::sum);
    }

    private Offer offerOf(String offerId) {
        return offers.stream()
                .filter(offer -> offer.offerId().equals(offerId))
                .findFirst()
                .orElseThrow();
    }
}
