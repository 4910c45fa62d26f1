package dev.flashsale.process.purchase;

import dev.flashsale.kernel.order.ExpireOrder;
import dev.flashsale.kernel.order.OrderCancelled;
import dev.flashsale.kernel.order.OrderExpired;
import dev.flashsale.kernel.order.OrderLine;
import dev.flashsale.kernel.order.OrderPaid;
import dev.flashsale.kernel.order.PlaceOrder;
import dev.flashsale.kernel.order.PlaceOrders;
import dev.flashsale.kernel.stock.ConfirmReservations;
import dev.flashsale.kernel.stock.OfferComponent;
import dev.flashsale.kernel.stock.PurchaseRefused;
import dev.flashsale.kernel.stock.Refusal;
import dev.flashsale.kernel.stock.ReleaseReason;
import dev.flashsale.kernel.stock.ReleaseReservations;
import dev.flashsale.kernel.stock.ReservationRelease;
import dev.flashsale.kernel.stock.ReserveComponent;
import dev.flashsale.kernel.stock.ReserveComponents;
import dev.flashsale.kernel.stock.StockId;
import dev.flashsale.kernel.stock.StockReleased;
import dev.flashsale.kernel.stock.StockReserved;
import dev.flashsale.process.step.Steps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PurchaseProcessTest {
    private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final StockId PHONES = new StockId("sale", "phone", 0);
    private static final StockId CASES = new StockId("sale", "case", 2);
    private static final OfferComponent PHONE = new OfferComponent("phone", 1, 1);
    private static final OfferComponent CASE = new OfferComponent("case", 2, 4);

    private SagaTestFixture<PurchaseProcess> fixture;

    @BeforeEach
    void aProcess() {
        fixture = new SagaTestFixture<>(PurchaseProcess.class);
        fixture.givenCurrentTime(NOW);
        Clock clock = Clock.fixed(NOW.plus(WINDOW), ZoneOffset.UTC);
        fixture.registerResource(clock);
        fixture.registerResource(new Steps(
                DefaultCommandGateway.builder()
                        .commandBus(fixture.getCommandBus())
                        .build(),
                clock));
    }

    @Test
    void aReservedItemBecomesAnOrderThatWaitsForItsPayment() {
        // given
        fixture.givenNoPriorActivity()
                // when
                .whenPublishingA(reserved(PHONES, "phone", List.of(PHONE)))
                // then
                .expectActiveSagas(1)
                .expectDispatchedCommands(order(List.of(new OrderLine("phone", PHONES.toString(), 1)), "phone"))
                .expectScheduledDeadlineWithName(WINDOW, PurchaseProcess.PAYMENT_WINDOW);
    }

    @Test
    void aRedeliveredReservationDoesNotOrderTwice() {
        // given
        fixture.givenAPublished(reserved(PHONES, "phone", List.of(PHONE)))
                // when
                .whenPublishingA(reserved(PHONES, "phone", List.of(PHONE)))
                // then
                .expectActiveSagas(1)
                .expectNoDispatchedCommands();
    }

    @Test
    void aPaidOrderConfirmsItsReservation() {
        // given
        fixture.givenAPublished(reserved(PHONES, "phone", List.of(PHONE)))
                // when
                .whenPublishingA(new OrderPaid("purchase", "pay_1", 49_900, "EUR", NOW))
                // then
                .expectDispatchedCommands(new ConfirmReservations(PHONES, List.of("purchase"), NOW.plus(WINDOW)))
                .expectNoScheduledDeadlines()
                .expectActiveSagas(0);
    }

    @Test
    void aPassedPaymentWindowAsksTheOrderToExpire() {
        // given
        fixture.givenAPublished(reserved(PHONES, "phone", List.of(PHONE)))
                // when
                .whenTimeElapses(WINDOW)
                // then
                .expectTriggeredDeadlinesWithName(PurchaseProcess.PAYMENT_WINDOW)
                .expectDispatchedCommands(new ExpireOrder("purchase", NOW.plus(WINDOW)))
                .expectActiveSagas(1);
    }

    @Test
    void anExpiredOrderGivesItsUnitsBackAndForgetsItsDeadline() {
        // given
        fixture.givenAPublished(reserved(PHONES, "phone", List.of(PHONE)))
                // when
                .whenPublishingA(new OrderExpired("purchase", true, NOW))
                // then
                .expectDispatchedCommands(release(PHONES, ReleaseReason.EXPIRED))
                .expectNoScheduledDeadlines()
                .expectActiveSagas(0);
    }

    @Test
    void aCancelledOrderGivesItsUnitsBackAndForgetsItsDeadline() {
        // given
        fixture.givenAPublished(reserved(PHONES, "phone", List.of(PHONE)))
                // when
                .whenPublishingA(new OrderCancelled("purchase", NOW))
                // then
                .expectDispatchedCommands(release(PHONES, ReleaseReason.CANCELLED))
                .expectNoScheduledDeadlines()
                .expectActiveSagas(0);
    }

    @Test
    void aBundlesSecondItemIsReservedAfterItsFirst() {
        // given
        fixture.givenNoPriorActivity()
                // when
                .whenPublishingA(reserved(PHONES, "phone", List.of(PHONE, CASE)))
                // then
                .expectDispatchedCommands(new ReserveComponents(
                        List.of(new ReserveComponent("purchase", "sale", "case", 4, "alice", "set", 1))))
                .expectActiveSagas(1);
    }

    @Test
    void aFullyReservedBundleIsOrderedAsOne() {
        // given
        fixture.givenAPublished(reserved(PHONES, "phone", List.of(PHONE, CASE)))
                // when
                .whenPublishingA(reserved(CASES, "case", List.of(PHONE, CASE)))
                // then
                .expectDispatchedCommands(order(
                        List.of(
                                new OrderLine("phone", PHONES.toString(), 1),
                                new OrderLine("case", CASES.toString(), 1)),
                        "set"));
    }

    @Test
    void aBundleWaitsAsLongAsItsLastReservation() throws Exception {
        // given
        fixture.givenAPublished(reserved(PHONES, "phone", List.of(PHONE, CASE)))
                .andThenTimeElapses(Duration.ofSeconds(2))
                // when
                .whenPublishingA(reservedUntil(NOW.plus(WINDOW).plusSeconds(2), CASES, "case", List.of(PHONE, CASE)))
                // then
                .expectScheduledDeadlineWithName(WINDOW, PurchaseProcess.PAYMENT_WINDOW);
    }

    @Test
    void aBundleThatCannotBeCompletedGivesBackWhatItGot() {
        // given
        fixture.givenAPublished(reserved(PHONES, "phone", List.of(PHONE, CASE)))
                // when
                .whenPublishingA(new PurchaseRefused(
                        CASES.toString(), "sale", "case", 2, "purchase", "alice", "set", 1, Refusal.SOLD_OUT, NOW))
                // then
                .expectDispatchedCommands(release(PHONES, ReleaseReason.BUNDLE_INCOMPLETE))
                .expectNoScheduledDeadlines()
                .expectActiveSagas(0);
    }

    @Test
    void aProcessWhoseUnitsTheSweeperGaveBackEnds() {
        // given
        fixture.givenAPublished(reserved(PHONES, "phone", List.of(PHONE)))
                // when
                .whenPublishingA(new StockReleased(
                        PHONES.toString(),
                        "sale",
                        "phone",
                        0,
                        "purchase",
                        "alice",
                        "phone",
                        1,
                        1,
                        ReleaseReason.EXPIRED,
                        1,
                        NOW))
                // then
                .expectNoDispatchedCommands()
                .expectActiveSagas(0);
    }

    @Test
    void aRefusedFirstRequestStartsNoProcess() {
        // given
        fixture.givenNoPriorActivity()
                // when
                .whenPublishingA(new PurchaseRefused(
                        PHONES.toString(), "sale", "phone", 0, "purchase", "alice", "phone", 1, Refusal.SOLD_OUT, NOW))
                // then
                .expectActiveSagas(0)
                .expectNoDispatchedCommands();
    }

    private static StockReserved reserved(StockId stock, String itemId, List<OfferComponent> components) {
        return reservedUntil(NOW.plus(WINDOW), stock, itemId, components);
    }

    private static StockReserved reservedUntil(
            Instant payBy, StockId stock, String itemId, List<OfferComponent> components) {
        String offerId = components.size() == 1 ? itemId : "set";
        return new StockReserved(
                stock.toString(),
                "sale",
                itemId,
                stock.bucket(),
                "purchase",
                "alice",
                offerId,
                1,
                1,
                49_900,
                "EUR",
                components,
                payBy,
                0,
                NOW);
    }

    private static PlaceOrders order(List<OrderLine> lines, String offerId) {
        return new PlaceOrders(List.of(
                new PlaceOrder("purchase", "sale", "alice", offerId, 1, lines, 49_900, "EUR", NOW.plus(WINDOW), NOW)));
    }

    private static ReleaseReservations release(StockId stock, ReleaseReason reason) {
        return new ReleaseReservations(stock, List.of(new ReservationRelease("purchase", reason)), NOW.plus(WINDOW));
    }
}
