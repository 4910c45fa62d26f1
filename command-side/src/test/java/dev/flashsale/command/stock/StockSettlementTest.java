package dev.flashsale.command.stock;

import static dev.flashsale.command.stock.StockScene.NOON;
import static dev.flashsale.command.stock.StockScene.PHONE;
import static dev.flashsale.command.stock.StockScene.PHONES;
import static dev.flashsale.command.stock.StockScene.allocate;
import static dev.flashsale.command.stock.StockScene.fixture;
import static dev.flashsale.command.stock.StockScene.phones;
import static dev.flashsale.command.stock.StockScene.refused;
import static dev.flashsale.command.stock.StockScene.release;
import static dev.flashsale.command.stock.StockScene.released;
import static dev.flashsale.command.stock.StockScene.reserve;
import static dev.flashsale.command.stock.StockScene.reserved;
import static dev.flashsale.command.stock.StockScene.wish;

import dev.flashsale.kernel.stock.ConfirmReservations;
import dev.flashsale.kernel.stock.PurchaseRequest;
import dev.flashsale.kernel.stock.Refusal;
import dev.flashsale.kernel.stock.ReservationConfirmed;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A reservation ends once: sold, or back on sale. */
class StockSettlementTest {
    private final PurchaseRequest anna = phones("anna", 1);
    private final PurchaseRequest ben = phones("ben", 2);

    @Test
    void aPaidReservationIsSold() {
        // given two reservations, when both are paid, then both are confirmed
        fixture()
                .givenCommands(allocate(3, 1), reserve(anna, ben))
                .when(confirm("anna", "ben"))
                .expectEvents(confirmed(anna), confirmed(ben));
    }

    @Test
    void aReleasedReservationIsSoldAgain() {
        // given a sold-out stock of which one unit came back, when the next shopper comes, then she gets it
        PurchaseRequest cleo = phones("cleo", 1);
        fixture()
                .givenCommands(allocate(1, 1), reserve(anna), release("anna"))
                .when(reserve(cleo))
                .expectEvents(reserved(cleo, 0));
    }

    @Test
    void aBatchOfReleasesCountsUpTheUnits() {
        // given two reservations, when both are released together, then the units are back one after the other
        fixture()
                .givenCommands(allocate(3, 1), reserve(anna, ben))
                .when(release("anna", "ben"))
                .expectEvents(released(anna, 1), released(ben, 3));
    }

    @Test
    void aSoldUnitNeverComesBack() {
        // given a confirmed reservation, when its release comes, then nothing happens
        fixture()
                .givenCommands(allocate(3, 1), reserve(anna), confirm("anna"))
                .when(release("anna"))
                .expectNoEvents();
    }

    @Test
    void aReleasedReservationIsNeverSold() {
        // given a released reservation, when its confirmation comes, then nothing happens
        fixture()
                .givenCommands(allocate(3, 1), reserve(anna), release("anna"))
                .when(confirm("anna"))
                .expectNoEvents();
    }

    @Test
    void settlingTwiceSettlesOnce() {
        // given a release named twice in a batch, when it comes, then the units come back once
        fixture()
                .givenCommands(allocate(3, 1), reserve(anna))
                .when(release("anna", "anna"))
                .expectEvents(released(anna, 3));
        // and the same for a confirmation
        fixture()
                .givenCommands(allocate(3, 1), reserve(anna))
                .when(confirm("anna", "anna"))
                .expectEvents(confirmed(anna));
    }

    @Test
    void anUnknownReservationIsLeftAlone() {
        // given a refused and a never seen purchase, when they are settled, then nothing happens
        fixture()
                .givenCommands(allocate(1, 1), reserve(ben))
                .when(release("ben", "nobody"))
                .expectNoEvents();
        fixture()
                .givenCommands(allocate(1, 1), reserve(ben))
                .when(confirm("ben", "nobody"))
                .expectNoEvents();
    }

    @Test
    void aReleaseGivesTheLimitBack() {
        // given a shopper at her limit, of which one piece expired
        PurchaseRequest third = wish("a3", "anna", PHONE, 1);
        fixture()
                .givenCommands(
                        allocate(9, 1),
                        reserve(wish("a1", "anna", PHONE, 1), wish("a2", "anna", PHONE, 1)),
                        release("a1"))
                // when she asks for one and one more, then exactly one is within the limit again
                .when(reserve(third, wish("a4", "anna", PHONE, 1)))
                .expectEvents(reserved(third, 7), refused(wish("a4", "anna", PHONE, 1), Refusal.LIMIT_EXCEEDED, NOON));
    }

    @Test
    void aPaidPieceCountsAgainstTheLimitForGood() {
        // given a shopper who paid for her limit, when a late release comes and she asks again, then she is refused
        PurchaseRequest again = wish("a2", "anna", PHONE, 1);
        fixture()
                .givenCommands(allocate(9, 1), reserve(wish("a1", "anna", PHONE, 2)), confirm("a1"), release("a1"))
                .when(reserve(again))
                .expectEvents(refused(again, Refusal.LIMIT_EXCEEDED, NOON));
    }

    private static ConfirmReservations confirm(String... purchaseIds) {
        return new ConfirmReservations(PHONES, List.of(purchaseIds), NOON);
    }

    private static ReservationConfirmed confirmed(PurchaseRequest wish) {
        return new ReservationConfirmed(
                PHONES.toString(), "sale-1", "phone", 0, wish.purchaseId(), wish.userId(), wish.quantity(), NOON);
    }
}
