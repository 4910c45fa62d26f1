package dev.flashsale.command.stock;

import static dev.flashsale.command.stock.StockScene.NOON;
import static dev.flashsale.command.stock.StockScene.PHONES;
import static dev.flashsale.command.stock.StockScene.T0;
import static dev.flashsale.command.stock.StockScene.T1;
import static dev.flashsale.command.stock.StockScene.allocate;
import static dev.flashsale.command.stock.StockScene.fixture;
import static dev.flashsale.command.stock.StockScene.phones;
import static dev.flashsale.command.stock.StockScene.release;
import static dev.flashsale.command.stock.StockScene.reserve;
import static dev.flashsale.command.stock.StockScene.reserveAt;

import dev.flashsale.kernel.stock.AddUnits;
import dev.flashsale.kernel.stock.AllocateStock;
import dev.flashsale.kernel.stock.ConfirmReservations;
import dev.flashsale.kernel.stock.ListOverdueReservations;
import dev.flashsale.kernel.stock.OverdueReservations;
import dev.flashsale.kernel.stock.PurchaseRequest;
import dev.flashsale.kernel.stock.Refusal;
import dev.flashsale.kernel.stock.ReserveStock;
import dev.flashsale.kernel.stock.StockAdded;
import dev.flashsale.kernel.stock.StockAllocated;
import dev.flashsale.kernel.stock.StockWithdrawn;
import dev.flashsale.kernel.stock.WithdrawStock;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bucket is filled, gets more, is withdrawn, and tells which reservations nobody ended. */
class StockLifeTest {
    private static final WithdrawStock CANCEL = new WithdrawStock(PHONES, Refusal.CANCELLED, NOON);

    @Test
    void aBucketIsFilledOnce() {
        // given nothing, when a bucket is filled, then its sale's terms are recorded
        AllocateStock command = allocate(10, 1);
        StockAllocated event = new StockAllocated(
                "sale-1:phone:0",
                "sale-1",
                "phone",
                0,
                10,
                "EUR",
                T0,
                T1,
                StockScene.WINDOW_MS,
                command.offers(),
                command.at());
        fixture().givenNoPriorActivity().when(command).expectEvents(event);
        // and when it is filled again, even with another number, nothing happens
        fixture().given(event).when(allocate(99, 1)).expectNoEvents();
    }

    @Test
    void aBucketThatWasNeverFilledSellsNothing() {
        // given no bucket, when a batch comes, then there is nobody to decide it
        fixture()
                .givenNoPriorActivity()
                .when(reserve(phones("p", 1)))
                .expectException(AggregateNotFoundException.class);
    }

    @Test
    void anAdditionIsMadeOnce() {
        // given a sold-out bucket, when units are added twice under one id, then they are added once
        StockAdded added = new StockAdded(PHONES.toString(), "sale-1", "phone", 0, "more", 5, 6, NOON);
        fixture().givenCommands(allocate(1, 1)).when(add("more", 5)).expectEvents(added);
        fixture()
                .givenCommands(allocate(1, 1), add("more", 5))
                .when(add("more", 5))
                .expectNoEvents();
    }

    @ParameterizedTest
    @CsvSource({"0", "-1"})
    void anAdditionNeverTakesUnitsAway(int units) {
        // given one unit, when none or fewer are added, then nothing happens
        fixture().givenCommands(allocate(1, 1)).when(add("less", units)).expectNoEvents();
    }

    @Test
    void aWithdrawnBucketStaysWithdrawnForItsFirstReason() {
        // given a bucket, when its sale is cancelled, then it is withdrawn
        fixture()
                .givenCommands(allocate(1, 1))
                .when(CANCEL)
                .expectEvents(new StockWithdrawn(PHONES.toString(), "sale-1", "phone", 0, Refusal.CANCELLED, NOON));
        // and when the window ends afterwards, it stays cancelled
        fixture()
                .givenCommands(allocate(1, 1), CANCEL)
                .when(new WithdrawStock(PHONES, Refusal.ENDED, NOON))
                .expectNoEvents();
    }

    @Test
    void aReservationOutlivesTheWithdrawal() {
        // given a reservation in a sale that was cancelled, when it is paid, then it is sold all the same
        fixture()
                .givenCommands(allocate(1, 1), reserve(phones("p", 1)), CANCEL)
                .when(new ConfirmReservations(PHONES, List.of("p"), NOON))
                .expectEvents(new dev.flashsale.kernel.stock.ReservationConfirmed(
                        PHONES.toString(), "sale-1", "phone", 0, "p", "user-of-p", 1, NOON));
    }

    @Test
    void onlyOpenReservationsFromBeforeTheInstantAreOverdue() {
        // given reservations that are paid, released, old, just old enough, and young
        fixture()
                .givenCommands(
                        allocate(10, 1),
                        reserveAt(T0, phones("paid", 1), phones("released", 1), phones("old", 1)),
                        reserveAt(NOON.minusMillis(1), phones("justOldEnough", 1)),
                        reserveAt(NOON, phones("young", 1)),
                        new ConfirmReservations(PHONES, List.of("paid"), NOON),
                        release("released"))
                // when the overdue ones are asked for, then the open ones from before are told, oldest first
                .when(new ListOverdueReservations(PHONES, NOON))
                .expectNoEvents()
                .expectResultMessagePayload(new OverdueReservations(List.of("old", "justOldEnough")));
    }

    @Test
    void anAnswerNamesAtMostFiveHundredOverdueReservations() {
        // given more orphans than one answer carries, when they are asked for, then the oldest five hundred are told
        List<PurchaseRequest> many =
                IntStream.range(0, 501).mapToObj(i -> phones("p" + i, 1)).toList();
        Instant later = NOON.plusSeconds(1);
        fixture()
                .givenCommands(allocate(600, 1), new ReserveStock(PHONES, many, NOON, later))
                .when(new ListOverdueReservations(PHONES, later))
                .expectResultMessagePayload(new OverdueReservations(many.subList(0, 500).stream()
                        .map(PurchaseRequest::purchaseId)
                        .toList()));
    }

    private static AddUnits add(String additionId, int units) {
        return new AddUnits(PHONES, additionId, units, NOON);
    }
}
