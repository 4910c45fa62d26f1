package dev.flashsale.command.sale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.kernel.sale.AddStock;
import dev.flashsale.kernel.sale.CancelFlashSale;
import dev.flashsale.kernel.sale.CloseFlashSale;
import dev.flashsale.kernel.sale.FlashSaleCancelled;
import dev.flashsale.kernel.sale.FlashSaleClosed;
import dev.flashsale.kernel.sale.FlashSaleOpened;
import dev.flashsale.kernel.sale.OpenFlashSale;
import dev.flashsale.kernel.sale.SaleDecision;
import dev.flashsale.kernel.sale.SaleRefusal;
import dev.flashsale.kernel.sale.ScheduleFlashSale;
import dev.flashsale.kernel.sale.StockAdditionGranted;
import java.time.Instant;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sale is announced, opens, gets more stock, and ends once. */
class FlashSaleTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final OpenFlashSale OPEN = new OpenFlashSale("sale-1", NOON);
    private static final CloseFlashSale CLOSE = new CloseFlashSale("sale-1", NOON);
    private static final CancelFlashSale CANCEL = new CancelFlashSale("sale-1", "broken", NOON);
    private static final ScheduleFlashSale SCHEDULE = SaleOnPaper.sound().build();

    private final FixtureConfiguration<FlashSale> fixture = new AggregateTestFixture<>(FlashSale.class);

    @Test
    void aSoundSaleIsAnnounced() {
        // given nothing, when a sound sale is scheduled, then it is announced as it stands
        accepted(fixture.givenNoPriorActivity().when(SCHEDULE)).expectEvents(SaleOnPaper.announced(SCHEDULE));
    }

    @Test
    void theSameScheduleTwiceAnnouncesOnce() {
        // given a scheduled sale, when the same schedule comes again a moment later, then it is accepted silently
        ScheduleFlashSale again =
                SaleOnPaper.sound().at(SCHEDULE.at().plusSeconds(5)).build();
        accepted(fixture.givenCommands(SCHEDULE).when(again)).expectNoEvents();
    }

    @Test
    void anotherSaleUnderTheSameIdIsRefused() {
        // given a scheduled sale, when another one comes under its id, then the first one stands
        ScheduleFlashSale other = SaleOnPaper.sound().title("Another").build();
        refused(fixture.givenCommands(SCHEDULE).when(other), SaleRefusal.ALREADY_SCHEDULED);
    }

    @Test
    void anUnsoundSaleLeavesNoTrace() {
        // given nothing, when a sale without a title is scheduled, then it is refused and can be corrected
        refused(
                fixture.givenNoPriorActivity()
                        .when(SaleOnPaper.sound().title(" ").build()),
                SaleRefusal.INVALID_OFFER);
    }

    @Test
    void aSaleOpensOnce() {
        // given a scheduled sale, when it is opened, then it opens
        accepted(fixture.givenCommands(SCHEDULE).when(OPEN)).expectEvents(new FlashSaleOpened("sale-1", NOON));
    }

    @Test
    void openingAgainOrAfterTheEndChangesNothing() {
        // given sales that are open, closed and cancelled, when they are opened, then nothing happens
        accepted(fixture.givenCommands(SCHEDULE, OPEN).when(OPEN)).expectNoEvents();
        accepted(anotherFixture().givenCommands(SCHEDULE, OPEN, CLOSE).when(OPEN))
                .expectNoEvents();
        accepted(anotherFixture().givenCommands(SCHEDULE, CANCEL).when(OPEN)).expectNoEvents();
    }

    @Test
    void aSaleCanBeClosedBeforeOrAfterItOpened() {
        // given an upcoming and an open sale, when they are closed, then they end
        accepted(fixture.givenCommands(SCHEDULE).when(CLOSE)).expectEvents(new FlashSaleClosed("sale-1", NOON));
        accepted(anotherFixture().givenCommands(SCHEDULE, OPEN).when(CLOSE))
                .expectEvents(new FlashSaleClosed("sale-1", NOON));
    }

    @Test
    void closingAnEndedSaleChangesNothing() {
        // given a closed and a cancelled sale, when they are closed, then nothing happens
        accepted(fixture.givenCommands(SCHEDULE, CLOSE).when(CLOSE)).expectNoEvents();
        accepted(anotherFixture().givenCommands(SCHEDULE, CANCEL).when(CLOSE)).expectNoEvents();
    }

    @Test
    void aSaleIsCancelledOnceWithItsReason() {
        // given an open sale, when it is cancelled, then it is called off
        accepted(fixture.givenCommands(SCHEDULE, OPEN).when(CANCEL))
                .expectEvents(new FlashSaleCancelled("sale-1", "broken", NOON));
        // and a second time changes nothing
        accepted(anotherFixture().givenCommands(SCHEDULE, CANCEL).when(CANCEL)).expectNoEvents();
    }

    @Test
    void aClosedSaleCannotBeCancelled() {
        // given a closed sale, when it is cancelled, then there is nothing left to cancel
        refused(fixture.givenCommands(SCHEDULE, CLOSE).when(CANCEL), SaleRefusal.ENDED);
    }

    @Test
    void additionalStockIsGrantedOnce() {
        // given an open sale of five-bucket phones, when units are added, then its buckets may receive them
        accepted(fixture.givenCommands(SCHEDULE, OPEN).when(add("phone", "more", 7)))
                .expectEvents(new StockAdditionGranted("sale-1", "phone", "more", 7, 5, NOON));
        // and the same addition again changes nothing, not even when the sale has ended meanwhile
        accepted(anotherFixture()
                        .givenCommands(SCHEDULE, add("phone", "more", 7), CLOSE)
                        .when(add("phone", "more", 7)))
                .expectNoEvents();
    }

    @Test
    void oneKeyAddsToEachItemItIsUsedFor() {
        // given an addition of phones, when its key is used for cases, then cases are added too, not silently dropped
        accepted(fixture.givenCommands(SCHEDULE, add("phone", "more", 7)).when(add("case", "more", 3)))
                .expectEvents(new StockAdditionGranted("sale-1", "case", "more", 3, 1, NOON));
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "-2147483648", "999991", "2147483647"})
    void anAdditionIsAtLeastOneUnitAndNeverExceedsTheLargestStock(int units) {
        // given a sale of ten phones, when this many are added, then the number is refused
        refused(fixture.givenCommands(SCHEDULE).when(add("phone", "more", units)), SaleRefusal.INVALID_UNITS);
    }

    @Test
    void additionsTogetherNeverExceedTheLargestStock() {
        // given a sale that was filled up to the largest stock, when one more unit is added, then it is refused
        int rest = ScheduleRules.MAX_UNITS - 10;
        refused(
                fixture.givenCommands(SCHEDULE, add("phone", "fill", rest)).when(add("phone", "one", 1)),
                SaleRefusal.INVALID_UNITS);
    }

    @Test
    void anUnknownItemAndAnEndedSaleGetNoStock() {
        // given a sale, when stock is added to an item it does not have, or after its end, then it is refused
        refused(fixture.givenCommands(SCHEDULE).when(add("tablet", "more", 1)), SaleRefusal.UNKNOWN_ITEM);
        refused(anotherFixture().givenCommands(SCHEDULE, CLOSE).when(add("phone", "more", 1)), SaleRefusal.ENDED);
        refused(anotherFixture().givenCommands(SCHEDULE, CANCEL).when(add("phone", "more", 1)), SaleRefusal.ENDED);
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "2", "3"})
    void aSaleThatWasNeverAnnouncedCannotBeChanged(int which) {
        // given nothing, when any other command comes, then there is no such sale
        Object[] commands = {OPEN, CLOSE, CANCEL, add("phone", "more", 1)};
        fixture.givenNoPriorActivity().when(commands[which]).expectException(AggregateNotFoundException.class);
    }

    private static FixtureConfiguration<FlashSale> anotherFixture() {
        return new AggregateTestFixture<>(FlashSale.class);
    }

    private static AddStock add(String itemId, String additionId, int units) {
        return new AddStock("sale-1", itemId, additionId, units, NOON);
    }

    private static ResultValidator<FlashSale> accepted(ResultValidator<FlashSale> result) {
        return result.expectSuccessfulHandlerExecution().expectResultMessagePayload(SaleDecision.accepted());
    }

    private static void refused(ResultValidator<FlashSale> result, SaleRefusal expected) {
        result.expectNoEvents().expectSuccessfulHandlerExecution();
        result.expectResultMessagePayloadMatching(new org.hamcrest.CustomMatcher<Object>("refused with " + expected) {
            @Override
            public boolean matches(Object decision) {
                assertThat(decision).isInstanceOfSatisfying(SaleDecision.class, d -> {
                    assertThat(d.refusal()).isEqualTo(expected);
                    assertThat(d.detail()).isNotBlank();
                });
                return true;
            }
        });
    }
}
