package dev.flashsale.command.stock;

import dev.flashsale.kernel.stock.AllocateStock;
import dev.flashsale.kernel.stock.Offer;
import dev.flashsale.kernel.stock.OfferComponent;
import dev.flashsale.kernel.stock.PurchaseRefused;
import dev.flashsale.kernel.stock.PurchaseRequest;
import dev.flashsale.kernel.stock.Refusal;
import dev.flashsale.kernel.stock.ReleaseReason;
import dev.flashsale.kernel.stock.ReleaseReservations;
import dev.flashsale.kernel.stock.ReservationRelease;
import dev.flashsale.kernel.stock.ReserveStock;
import dev.flashsale.kernel.stock.StockId;
import dev.flashsale.kernel.stock.StockReleased;
import dev.flashsale.kernel.stock.StockReserved;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;

/** One sale to test with: phones, alone (two per shopper), and in a kit with two cases (one per shopper). */
final class StockScene {
    static final Instant T0 = Instant.parse("2026-11-21T10:00:00Z");
    static final Instant T1 = Instant.parse("2026-11-21T11:00:00Z");
    static final Instant NOON = T0.plusSeconds(60);
    static final long WINDOW_MS = 300_000;
    static final long PHONE_PRICE = 99_900;
    static final long KIT_PRICE = 120_000;
    static final StockId PHONES = new StockId("sale-1", "phone", 0);
    static final StockId CASES = new StockId("sale-1", "case", 0);
    static final String PHONE = "phone";
    static final String KIT = "kit";

    private StockScene() {}

    static FixtureConfiguration<Stock> fixture() {
        return fixture(Clock.fixed(NOON, ZoneOffset.UTC));
    }

    static FixtureConfiguration<Stock> fixture(Clock clock) {
        return new AggregateTestFixture<>(Stock.class).registerInjectableResource(clock);
    }

    static Offer phone(int buckets) {
        return new Offer(PHONE, PHONE_PRICE, 2, List.of(new OfferComponent("phone", 1, buckets)));
    }

    static Offer kit(int buckets) {
        return new Offer(
                KIT,
                KIT_PRICE,
                1,
                List.of(new OfferComponent("phone", 1, buckets), new OfferComponent("case", 2, buckets)));
    }

    static AllocateStock allocate(int units, int buckets) {
        return allocate(PHONES, units, phone(buckets), kit(buckets));
    }

    static AllocateStock allocate(StockId stockId, int units, Offer... offers) {
        return new AllocateStock(
                stockId, units, "EUR", T0, T1, WINDOW_MS, List.of(offers), T0.minus(Duration.ofDays(1)));
    }

    static ReserveStock reserve(PurchaseRequest... requests) {
        return reserveAt(NOON, requests);
    }

    static ReserveStock reserveAt(Instant at, PurchaseRequest... requests) {
        return new ReserveStock(PHONES, Arrays.asList(requests), at, NOON.plusSeconds(7_200));
    }

    /** A wish for phones by the user with the same name as the purchase. */
    static PurchaseRequest phones(String purchaseId, int quantity) {
        return wish(purchaseId, "user-of-" + purchaseId, PHONE, quantity);
    }

    static PurchaseRequest wish(String purchaseId, String userId, String offerId, int quantity) {
        return new PurchaseRequest(purchaseId, userId, offerId, quantity, false);
    }

    static PurchaseRequest lastTry(PurchaseRequest request) {
        return new PurchaseRequest(request.purchaseId(), request.userId(), request.offerId(), request.quantity(), true);
    }

    static ReleaseReservations release(String... purchaseIds) {
        List<ReservationRelease> releases = Arrays.stream(purchaseIds)
                .map(id -> new ReservationRelease(id, ReleaseReason.EXPIRED))
                .toList();
        return new ReleaseReservations(PHONES, releases, NOON);
    }

    /** The event that follows an accepted wish for phones in a sale with one bucket. */
    static StockReserved reserved(PurchaseRequest wish, int left) {
        return new StockReserved(
                PHONES.toString(),
                "sale-1",
                "phone",
                0,
                wish.purchaseId(),
                wish.userId(),
                wish.offerId(),
                wish.quantity(),
                wish.quantity(),
                PHONE_PRICE * wish.quantity(),
                "EUR",
                phone(1).components(),
                NOON.plusMillis(WINDOW_MS),
                left,
                NOON);
    }

    static PurchaseRefused refused(PurchaseRequest wish, Refusal reason, Instant at) {
        return new PurchaseRefused(
                PHONES.toString(),
                "sale-1",
                "phone",
                0,
                wish.purchaseId(),
                wish.userId(),
                wish.offerId(),
                wish.quantity(),
                reason,
                at);
    }

    static StockReleased released(PurchaseRequest wish, int left) {
        return new StockReleased(
                PHONES.toString(),
                "sale-1",
                "phone",
                0,
                wish.purchaseId(),
                wish.userId(),
                wish.offerId(),
                wish.quantity(),
                wish.quantity(),
                ReleaseReason.EXPIRED,
                left,
                NOON);
    }
}
