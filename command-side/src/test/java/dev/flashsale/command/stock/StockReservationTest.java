package dev.flashsale.command.stock;

import static dev.flashsale.command.stock.StockScene.NOON;
import static dev.flashsale.command.stock.StockScene.allocate;
import static dev.flashsale.command.stock.StockScene.fixture;
import static dev.flashsale.command.stock.StockScene.phones;
import static dev.flashsale.command.stock.StockScene.refused;
import static dev.flashsale.command.stock.StockScene.reserve;
import static dev.flashsale.command.stock.StockScene.reserved;

import dev.flashsale.kernel.stock.PurchaseOutcome;
import dev.flashsale.kernel.stock.PurchaseOutcomes;
import dev.flashsale.kernel.stock.PurchaseRequest;
import dev.flashsale.kernel.stock.Refusal;
import dev.flashsale.kernel.stock.ReserveStock;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A batch of requests is decided in its order of arrival, each once, with one outcome each. */
class StockReservationTest {
    private final PurchaseRequest anna = phones("anna", 1);
    private final PurchaseRequest ben = phones("ben", 2);
    private final PurchaseRequest cleo = phones("cleo", 1);

    @Test
    void anAcceptedRequestHoldsItsUnitsUntilThePaymentWindowEnds() {
        // given a stock of ten, when one shopper asks for two, then two are held for the payment window
        fixture()
                .givenCommands(allocate(10, 1))
                .when(reserve(ben))
                .expectEvents(reserved(ben, 8))
                .expectResultMessagePayload(decided(new PurchaseOutcome.Reserved("ben", 1, false)));
    }

    @Test
    void aBatchIsDecidedInItsOrderOfArrival() {
        // given two units, when three shoppers come together, then the first two of one unit win and the third is
        // refused
        fixture()
                .givenCommands(allocate(2, 1))
                .when(reserve(anna, ben, cleo))
                .expectEvents(reserved(anna, 1), refused(ben, Refusal.SOLD_OUT, NOON), reserved(cleo, 0))
                .expectResultMessagePayload(decided(
                        new PurchaseOutcome.Reserved("anna", 1, false),
                        new PurchaseOutcome.Refused("ben", Refusal.SOLD_OUT, 2, false),
                        new PurchaseOutcome.Reserved("cleo", 3, false)));
    }

    @Test
    void theSamePurchaseTwiceInABatchIsDecidedOnce() {
        // given ten units, when one purchase comes twice in one batch, then it holds units once
        fixture()
                .givenCommands(allocate(10, 1))
                .when(reserve(anna, anna))
                .expectEvents(reserved(anna, 9))
                .expectResultMessagePayload(decided(
                        new PurchaseOutcome.Reserved("anna", 1, false), new PurchaseOutcome.Reserved("anna", 1, true)));
    }

    @Test
    void aRepeatedPurchaseGetsItsFirstAnswerAndChangesNothing() {
        // given a held and a refused purchase, when both are repeated, then both answers are repeated without an event
        fixture()
                .givenCommands(allocate(1, 1), reserve(anna, ben))
                .when(reserve(ben, anna))
                .expectNoEvents()
                .expectResultMessagePayload(decided(
                        new PurchaseOutcome.Refused("ben", Refusal.SOLD_OUT, 2, true),
                        new PurchaseOutcome.Reserved("anna", 1, true)));
    }

    @Test
    void aRepeatedPurchaseGetsItsFirstAnswerEvenWhenItsUnitsWereReleased() {
        // given a purchase that expired, when its key comes again, then it does not buy a second time
        fixture()
                .givenCommands(allocate(10, 1), reserve(anna), StockScene.release("anna"))
                .when(reserve(anna))
                .expectNoEvents()
                .expectResultMessagePayload(decided(new PurchaseOutcome.Reserved("anna", 1, true)));
    }

    @Test
    void aKeyThatComesBackWithOtherContentsIsNotDecided() {
        // given a held and a refused purchase, when their keys return with another quantity or offer
        fixture()
                .givenCommands(allocate(1, 1), reserve(anna, ben))
                .when(reserve(phones("anna", 2), kit("anna"), phones("ben", 1), kit("ben")))
                // then each is told so, and nothing is recorded
                .expectNoEvents()
                .expectResultMessagePayload(decided(
                        new PurchaseOutcome.KeyReused("anna"),
                        new PurchaseOutcome.KeyReused("anna"),
                        new PurchaseOutcome.KeyReused("ben"),
                        new PurchaseOutcome.KeyReused("ben")));
    }

    private static PurchaseRequest kit(String purchaseId) {
        return StockScene.wish(purchaseId, "user-of-" + purchaseId, StockScene.KIT, 1);
    }

    @Test
    void anEmptyBatchChangesNothing() {
        // given a stock, when a batch without requests comes, then nothing happens
        fixture().givenCommands(allocate(1, 1)).when(reserve()).expectNoEvents().expectResultMessagePayload(decided());
    }

    @Test
    void aBatchAtItsLatestInstantIsStillDecided() {
        // given a handler whose clock shows exactly notAfter, when the batch comes, then it is decided
        fixture(Clock.fixed(NOON, ZoneOffset.UTC))
                .givenCommands(allocate(1, 1))
                .when(new ReserveStock(StockScene.PHONES, List.of(anna), NOON, NOON))
                .expectEvents(reserved(anna, 0));
    }

    @Test
    void aBatchAfterItsLatestInstantIsNotDecided() {
        // given a handler whose clock is past notAfter, when the batch comes, then nobody who has left gets units
        fixture(Clock.fixed(NOON.plusMillis(1), ZoneOffset.UTC))
                .givenCommands(allocate(1, 1))
                .when(new ReserveStock(StockScene.PHONES, List.of(anna), NOON, NOON))
                .expectNoEvents()
                .expectResultMessagePayload(new PurchaseOutcomes(true, List.of()));
    }

    private static PurchaseOutcomes decided(PurchaseOutcome... outcomes) {
        return new PurchaseOutcomes(false, List.of(outcomes));
    }
}
