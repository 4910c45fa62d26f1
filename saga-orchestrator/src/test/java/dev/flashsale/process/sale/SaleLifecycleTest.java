package dev.flashsale.process.sale;

import static org.mockito.Mockito.mock;

import dev.flashsale.kernel.sale.CloseFlashSale;
import dev.flashsale.kernel.sale.FlashSaleCancelled;
import dev.flashsale.kernel.sale.FlashSaleClosed;
import dev.flashsale.kernel.sale.FlashSaleScheduled;
import dev.flashsale.kernel.sale.OpenFlashSale;
import dev.flashsale.kernel.sale.SaleItem;
import dev.flashsale.kernel.sale.StockAdditionGranted;
import dev.flashsale.kernel.stock.AddUnits;
import dev.flashsale.kernel.stock.AllocateStock;
import dev.flashsale.kernel.stock.Offer;
import dev.flashsale.kernel.stock.OfferComponent;
import dev.flashsale.kernel.stock.Refusal;
import dev.flashsale.kernel.stock.StockId;
import dev.flashsale.kernel.stock.WithdrawStock;
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

class SaleLifecycleTest {
    private static final Instant NOW = Instant.parse("2026-11-27T07:00:00Z");
    private static final Duration UNTIL_OPENING = Duration.ofHours(1);
    private static final Duration UNTIL_CLOSING = Duration.ofHours(2);
    private static final StockId FIRST = new StockId("sale", "phone", 0);
    private static final StockId SECOND = new StockId("sale", "phone", 1);

    private SagaTestFixture<SaleLifecycle> fixture;

    @BeforeEach
    void aLifecycle() {
        fixture = new SagaTestFixture<>(SaleLifecycle.class);
        fixture.givenCurrentTime(NOW);
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        fixture.registerResource(clock);
        fixture.registerResource(mock(StockWatch.class));
        fixture.registerResource(new Steps(
                DefaultCommandGateway.builder()
                        .commandBus(fixture.getCommandBus())
                        .build(),
                clock));
    }

    @Test
    void aScheduledSaleFillsItsBucketsAndWaitsForItsInstants() {
        // given
        fixture.givenNoPriorActivity()
                // when
                .whenPublishingA(scheduled())
                // then
                .expectDispatchedCommands(allocate(FIRST, 3), allocate(SECOND, 2))
                .expectScheduledDeadlineWithName(UNTIL_OPENING, SaleLifecycle.OPENING)
                .expectScheduledDeadlineWithName(UNTIL_CLOSING, SaleLifecycle.CLOSING);
    }

    @Test
    void itOpensAtItsInstant() {
        // given
        fixture.givenAPublished(scheduled())
                // when
                .whenTimeElapses(UNTIL_OPENING)
                // then
                .expectDispatchedCommands(new OpenFlashSale("sale", NOW));
    }

    @Test
    void itClosesAtItsInstant() throws Exception {
        // given
        fixture.givenAPublished(scheduled())
                .andThenTimeElapses(UNTIL_OPENING)
                // when
                .whenTimeElapses(UNTIL_CLOSING.minus(UNTIL_OPENING))
                // then
                .expectDispatchedCommands(new CloseFlashSale("sale", NOW));
    }

    @Test
    void aClosedSaleSellsNothingMoreFromAnyBucket() {
        // given
        fixture.givenAPublished(scheduled())
                // when
                .whenPublishingA(new FlashSaleClosed("sale", NOW))
                // then
                .expectDispatchedCommands(
                        new WithdrawStock(FIRST, Refusal.ENDED, NOW), new WithdrawStock(SECOND, Refusal.ENDED, NOW))
                .expectNoScheduledDeadlines()
                .expectActiveSagas(0);
    }

    @Test
    void aCancelledSaleSellsNothingMoreAndNeverOpens() {
        // given
        fixture.givenAPublished(scheduled())
                // when
                .whenPublishingA(new FlashSaleCancelled("sale", "fire", NOW))
                // then
                .expectDispatchedCommands(
                        new WithdrawStock(FIRST, Refusal.CANCELLED, NOW),
                        new WithdrawStock(SECOND, Refusal.CANCELLED, NOW))
                .expectNoScheduledDeadlines()
                .expectActiveSagas(0);
    }

    @Test
    void addedStockIsSpreadOverTheBuckets() {
        // given
        fixture.givenAPublished(scheduled())
                // when
                .whenPublishingA(new StockAdditionGranted("sale", "phone", "addition", 3, 2, NOW))
                // then
                .expectDispatchedCommands(
                        new AddUnits(FIRST, "addition", 2, NOW), new AddUnits(SECOND, "addition", 1, NOW));
    }

    private static FlashSaleScheduled scheduled() {
        return new FlashSaleScheduled(
                "sale",
                "Friday",
                "EUR",
                NOW.plus(UNTIL_OPENING),
                NOW.plus(UNTIL_CLOSING),
                5_000,
                List.of(new SaleItem("phone", "Phone", 99_900, 49_900, 5, 1, 2)),
                List.of(),
                "merchant",
                NOW);
    }

    private static AllocateStock allocate(StockId stockId, int units) {
        return new AllocateStock(
                stockId,
                units,
                "EUR",
                NOW.plus(UNTIL_OPENING),
                NOW.plus(UNTIL_CLOSING),
                5_000,
                List.of(new Offer("phone", 49_900, 1, List.of(new OfferComponent("phone", 1, 2)))),
                NOW);
    }
}
