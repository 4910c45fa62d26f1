package dev.flashsale.kernel.samples;

import dev.flashsale.kernel.admission.AdmissionPolicy;
import dev.flashsale.kernel.admission.BlockingPolicy;
import dev.flashsale.kernel.admission.ChallengeKind;
import dev.flashsale.kernel.admission.ChallengePolicy;
import dev.flashsale.kernel.admission.EligibilityPolicy;
import dev.flashsale.kernel.admission.JourneyPolicy;
import dev.flashsale.kernel.admission.QuizQuestion;
import dev.flashsale.kernel.admission.Rate;
import dev.flashsale.kernel.admission.RatePolicy;
import dev.flashsale.kernel.block.BlockEvent;
import dev.flashsale.kernel.block.Blocked;
import dev.flashsale.kernel.block.SubjectKind;
import dev.flashsale.kernel.block.Unblocked;
import dev.flashsale.kernel.order.OrderCancelled;
import dev.flashsale.kernel.order.OrderEvent;
import dev.flashsale.kernel.order.OrderExpired;
import dev.flashsale.kernel.order.OrderLine;
import dev.flashsale.kernel.order.OrderPaid;
import dev.flashsale.kernel.order.OrderPlaced;
import dev.flashsale.kernel.order.PaymentNotApplied;
import dev.flashsale.kernel.order.PaymentRefunded;
import dev.flashsale.kernel.order.UnappliedReason;
import dev.flashsale.kernel.sale.AdmissionSet;
import dev.flashsale.kernel.sale.Bundle;
import dev.flashsale.kernel.sale.BundleComponent;
import dev.flashsale.kernel.sale.FlashSaleCancelled;
import dev.flashsale.kernel.sale.FlashSaleClosed;
import dev.flashsale.kernel.sale.FlashSaleEvent;
import dev.flashsale.kernel.sale.FlashSaleOpened;
import dev.flashsale.kernel.sale.FlashSaleScheduled;
import dev.flashsale.kernel.sale.SaleItem;
import dev.flashsale.kernel.sale.StockAdditionGranted;
import dev.flashsale.kernel.stock.Offer;
import dev.flashsale.kernel.stock.OfferComponent;
import dev.flashsale.kernel.stock.PurchaseRefused;
import dev.flashsale.kernel.stock.Refusal;
import dev.flashsale.kernel.stock.ReleaseReason;
import dev.flashsale.kernel.stock.ReservationConfirmed;
import dev.flashsale.kernel.stock.StockAdded;
import dev.flashsale.kernel.stock.StockAllocated;
import dev.flashsale.kernel.stock.StockEvent;
import dev.flashsale.kernel.stock.StockReleased;
import dev.flashsale.kernel.stock.StockReserved;
import dev.flashsale.kernel.stock.StockTransferReceived;
import dev.flashsale.kernel.stock.StockTransferred;
import dev.flashsale.kernel.stock.StockWithdrawn;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** One of each event, out of one sale of pens, pads and a set of both. */
final class Samples {
    private static final String SALE = "sale-1";
    private static final String PURCHASE = "7d1f3c52-9a4e-8b60-a2c1-5e0d4f8b9a37";
    private static final String USER = "0198a3f0-6d1e-7c55-9b7e-2f4f6a1d8c03";
    private static final String STOCK = "sale-1:pen:0";
    private static final String SIBLING = "sale-1:pen:1";
    private static final String TRANSFER = "0198a3f0-7000-7000-8000-000000000001";
    private static final String LATE_PAYMENT = "pay-2";
    private static final Instant OPENS = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant CLOSES = Instant.parse("2026-11-21T13:00:00Z");
    private static final Instant AT = Instant.parse("2026-11-21T12:00:00.123456Z");
    private static final Instant PAY_BY = Instant.parse("2026-11-21T12:15:00.123456Z");
    private static final List<OfferComponent> PEN = List.of(new OfferComponent("pen", 1, 2));
    private static final List<OfferComponent> SET =
            List.of(new OfferComponent("pen", 2, 2), new OfferComponent("pad", 1, 1));

    private Samples() {}

    static List<Record> all() {
        return Stream.of(sale(), stock(), order(), block())
                .flatMap(List::stream)
                .toList();
    }

    /** The class of every event there is. */
    static List<Class<?>> eventTypes() {
        return Stream.of(FlashSaleEvent.class, StockEvent.class, OrderEvent.class, BlockEvent.class)
                .flatMap(type -> Stream.<Class<?>>of(type.getPermittedSubclasses()))
                .toList();
    }

    private static List<Record> sale() {
        return List.of(
                new FlashSaleScheduled(
                        SALE,
                        "Autumn sale",
                        "EUR",
                        OPENS,
                        CLOSES,
                        900_000,
                        List.of(
                                new SaleItem("pen", "Pen", 900, 500, 100, 2, 2),
                                new SaleItem("pad", "Pad", 1_200, 700, 50, 2, 1)),
                        List.of(new Bundle(
                                "set",
                                "Writing set",
                                1_500,
                                1,
                                List.of(new BundleComponent("pen", 2), new BundleComponent("pad", 1)))),
                        "0198a3f0-0000-7000-8000-00000000000a",
                        Instant.parse("2026-11-20T09:30:00Z")),
                new FlashSaleOpened(SALE, OPENS),
                new FlashSaleClosed(SALE, CLOSES),
                new FlashSaleCancelled(SALE, "The pens leak.", AT),
                new StockAdditionGranted(SALE, "pen", "addition-1", 20, 2, AT),
                new AdmissionSet(SALE, strict(), "0198a3f0-0000-7000-8000-00000000000a", AT));
    }

    private static AdmissionPolicy strict() {
        return new AdmissionPolicy(
                new ChallengePolicy(
                        ChallengeKind.QUIZ,
                        List.of(new QuizQuestion("q1", "What does a pen write with?", List.of("ink", "Tinte"))),
                        3,
                        120_000,
                        0),
                true,
                new RatePolicy(new Rate(5, 1, 1_000), new Rate(50, 10, 1_000), null),
                new BlockingPolicy(20, 10_000, 60_000, 2, 3_600_000),
                new JourneyPolicy(1_000, 800, 200, 600_000, 40, 80),
                new EligibilityPolicy(86_400_000, 1, false, null, "sale-0"),
                true);
    }

    private static List<Record> stock() {
        return List.of(
                new StockAllocated(
                        STOCK,
                        SALE,
                        "pen",
                        0,
                        50,
                        "EUR",
                        OPENS,
                        CLOSES,
                        900_000,
                        List.of(new Offer("pen", 500, 2, PEN), new Offer("set", 1_500, 1, SET)),
                        Instant.parse("2026-11-20T09:30:00Z")),
                new StockReserved(
                        STOCK, SALE, "pen", 0, PURCHASE, USER, "set", 1, 2, 1_500, "EUR", SET, PAY_BY, 48, AT),
                new PurchaseRefused(STOCK, SALE, "pen", 0, PURCHASE, USER, "pen", 1, Refusal.SOLD_OUT, AT),
                new ReservationConfirmed(STOCK, SALE, "pen", 0, PURCHASE, USER, 2, AT),
                new StockReleased(
                        STOCK, SALE, "pen", 0, PURCHASE, USER, "set", 1, 2, ReleaseReason.EXPIRED, 50, PAY_BY),
                new StockAdded(STOCK, SALE, "pen", 0, "addition-1", 10, 60, AT),
                new StockWithdrawn(STOCK, SALE, "pen", 0, Refusal.ENDED, CLOSES),
                new StockTransferred(STOCK, SALE, "pen", 0, SIBLING, TRANSFER, 25, 25, AT),
                new StockTransferReceived(SIBLING, SALE, "pen", 1, STOCK, TRANSFER, 25, 25, AT));
    }

    private static List<Record> order() {
        return List.of(
                new OrderPlaced(
                        PURCHASE,
                        SALE,
                        USER,
                        "set",
                        1,
                        List.of(new OrderLine("pen", STOCK, 2), new OrderLine("pad", "sale-1:pad:0", 1)),
                        1_500,
                        "EUR",
                        PAY_BY,
                        AT),
                new OrderPaid(PURCHASE, "pay-1", 1_500, "EUR", AT),
                new OrderExpired(PURCHASE, true, PAY_BY),
                new OrderCancelled(PURCHASE, AT),
                new PaymentNotApplied(PURCHASE, LATE_PAYMENT, 1_500, "EUR", UnappliedReason.TOO_LATE, PAY_BY),
                new PaymentRefunded(PURCHASE, LATE_PAYMENT, "refund-1", 1_500, "EUR", PAY_BY));
    }

    private static List<Record> block() {
        String network = "9f86d081884c7d659a2feaa0c55ad015";
        return List.of(
                new Blocked(
                        SubjectKind.ADDRESS.blockId(network),
                        SubjectKind.ADDRESS,
                        network,
                        "RATE_LIMITED",
                        PAY_BY,
                        SALE,
                        true,
                        AT),
                new Unblocked(SubjectKind.USER.blockId(USER), "0198a3f0-0000-7000-8000-00000000000a", AT));
    }
}
