package dev.flashsale.command.purchase;

import static dev.flashsale.command.purchase.Shop.NOW;
import static dev.flashsale.command.purchase.Shop.bucket;
import static dev.flashsale.command.purchase.Shop.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.flashsale.command.aggregate.SharedEvents;
import dev.flashsale.kernel.stock.AddUnits;
import dev.flashsale.kernel.stock.ConfirmReservations;
import dev.flashsale.kernel.stock.ReceiveTransfer;
import dev.flashsale.kernel.stock.Refusal;
import dev.flashsale.kernel.stock.ReservationConfirmed;
import dev.flashsale.kernel.stock.StockReserved;
import dev.flashsale.kernel.stock.TransferAnswer;
import dev.flashsale.kernel.stock.TransferStock;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A batch is answered from its bucket and, where that falls short, from its siblings. */
class BatchDecisionTest {
    private final SharedEvents events = new SharedEvents();
    private final Shop shop = new Shop(events);

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void anAcceptedRequestGetsItsReceipt() {
        // given one bucket, when a phone is bought, then the receipt names the stock and the event in its history
        shop.allocate(5);
        assertThat(shop.buy(wish("a", 1, 1))).isEqualTo(new Answer.Accepted("a", bucket(0), 1, null));
    }

    @Test
    void anEmptyBucketIsRefilledFromWhicheverSiblingHasUnits() {
        // given phones in the last of four buckets only, when all are wanted in the first, then all are sold there
        shop.allocate(0, 0, 0, 4);
        List<Waiting> batch = wishes(4, 4);
        shop.decision.decide(bucket(0), batch);
        assertThat(batch).allSatisfy(w -> assertThat(w.answer().join()).isInstanceOf(Answer.Accepted.class));
    }

    @Test
    void soldOutIsSaidWhenAllBucketsTogetherAreEmpty() {
        // given three phones in three buckets, when five shoppers ask in the first, then three get one
        shop.allocate(1, 1, 1);
        List<Waiting> batch = wishes(5, 3);
        shop.decision.decide(bucket(0), batch);
        assertThat(batch.stream().map(w -> w.answer().join()).filter(Answer.Accepted.class::isInstance))
                .hasSize(3);
        assertThat(batch.stream().map(w -> w.answer().join()).filter(Answer.Refused.class::isInstance))
                .extracting(answer -> ((Answer.Refused) answer).reason())
                .containsExactly(Refusal.SOLD_OUT, Refusal.SOLD_OUT);
    }

    @Test
    void theLastUnitIsNotHeldBackByAShopperWhoWantedTwo() {
        // given one phone in two buckets, when the first shopper wants two, then the next gets the one
        shop.allocate(0, 1);
        assertThat(shop.buy(wish("two", 2, 2))).isEqualTo(new Answer.Refused("two", Refusal.SOLD_OUT));
        assertThat(shop.buy(wish("one", 1, 2))).isInstanceOf(Answer.Accepted.class);
    }

    @Test
    void unitsLeftOnTheirWayByACrashAreNeverCalledSoldOut() {
        // given a phone that left its bucket, and a crash before it arrived
        shop.allocate(0, 1);
        TransferAnswer sent = shop.gateway.sendAndWait(new TransferStock(bucket(1), bucket(0), "lost", 1, NOW));
        assertThat(sent.units()).isEqualTo(1);

        // when a shopper asks, then nothing is decided: the phone exists
        int before = events.size();
        assertThat(shop.buy(wish("a", 1, 2))).isEqualTo(new Answer.Busy("a"));
        assertThat(events.size()).isEqualTo(before);
        assertThat(shop.refill.refill(bucket(0), 2, 1, 1)).isEqualTo(BucketRefill.Result.UNSETTLED);

        // and when it arrives after all, the same key gets it
        shop.gateway.sendAndWait(new ReceiveTransfer(bucket(0), bucket(1), "lost", 1, NOW));
        assertThat(shop.buy(wish("a", 1, 2))).isInstanceOf(Answer.Accepted.class);
    }

    @Test
    void siblingsAreExhaustedOnlyWhileTheBucketItselfCannotServeTheSmallestWish() {
        // given two phones that came back to the asking bucket, and empty siblings
        shop.allocate(2, 0, 0);

        // when it asks for more, then wishes of two can be served and only larger ones are out of reach
        assertThat(shop.refill.refill(bucket(0), 3, 1, 2)).isEqualTo(BucketRefill.Result.REFILLED);
        assertThat(shop.refill.refill(bucket(0), 3, 1, 3)).isEqualTo(BucketRefill.Result.EXHAUSTED);
    }

    @Test
    void aKeyThatWasClaimedForAnotherOfferIsToldSo() {
        // given a key that bought a phone
        shop.allocate(5);
        shop.buy(wish("a", "phone", 1, 1));

        // when it comes in one batch for a kit and for the phone, then only the kit is refused
        Waiting kit = wish("a", "kit", 1, 1);
        Waiting phone = wish("a", "phone", 1, 1);
        shop.decision.decide(bucket(0), List.of(kit, phone));
        assertThat(kit.answer()).isCompletedWithValue(new Answer.KeyReused("a"));
        assertThat(phone.answer()).isCompletedWithValue(new Answer.Accepted("a", bucket(0), 1, null));
    }

    @Test
    void aStockThatIsNotFilledYetDecidesNothing() {
        // given a sale whose stock is not allocated yet, when someone asks, then he may ask again
        assertThat(shop.buy(wish("a", 1, 1))).isEqualTo(new Answer.Busy("a"));
    }

    @Test
    void aBatchThatLosesAgainstAnotherWriterIsDecidedAgain() {
        // given three conflicts to come, when a batch is decided, then it is stored once and everyone is answered
        shop.allocate(5);
        shop.buy(wish("first", 1, 1));
        events.loseNext(3);
        assertThat(shop.buy(wish("a", 1, 1))).isEqualTo(new Answer.Accepted("a", bucket(0), 2, null));
        StockReserved stored = (StockReserved) events.log().getLast();
        assertThat(stored.availableUnits()).isEqualTo(3);
        assertThat(events.size()).isEqualTo(3);
    }

    @Test
    void aBatchThatKeepsLosingIsUnknownAndLeavesNothingBehind() {
        // given more conflicts than attempts, when a batch is decided, then its outcome is unknown
        shop.allocate(5);
        events.loseNext(4);
        assertThatThrownBy(() -> shop.buy(wish("a", 1, 1))).hasRootCauseInstanceOf(ConcurrencyException.class);

        // and what was decided in vain did not stay in the node's memory
        assertThat(shop.buy(wish("b", 1, 1))).isEqualTo(new Answer.Accepted("b", bucket(0), 1, null));
        assertThat(((StockReserved) events.log().getLast()).availableUnits()).isEqualTo(4);
    }

    @Test
    void aBatchThatReachesItsStockTooLateIsNotDecided() {
        // given a handler whose clock is beyond every patience, when a batch comes, then nobody who left gets a phone
        shop.allocate(5);
        Clock late = Clock.fixed(NOW.plusSeconds(3_600), ZoneOffset.UTC);
        try (Shop slow = new Shop(events, late)) {
            assertThatThrownBy(() -> slow.buy(wish("a", 1, 1))).hasMessageContaining("too late");
        }
        assertThat(events.size()).isEqualTo(1);
    }

    @Test
    void aNodeThatStartsAgainGoesOnFromSnapshotAndEvents() {
        // given a node that sold so much that it took snapshots
        shop.allocate(100);
        shop.decision.decide(bucket(0), wishes(45, 1));
        await().untilAsserted(() -> assertThat(events.snapshots()).isEqualTo(1));

        // when another node goes on, then it knows what was sold
        try (Shop next = new Shop(events)) {
            assertThat(next.buy(wish("7", 1, 1))).isEqualTo(new Answer.Accepted("7", bucket(0), 8, null));
            assertThat(next.buy(wish("new", 1, 1))).isEqualTo(new Answer.Accepted("new", bucket(0), 46, null));
            assertThat(((StockReserved) events.log().getLast()).availableUnits())
                    .isEqualTo(54);
        }
    }

    @Test
    void aNodeThatMissedWhatAnotherWroteDoesNotAnswerFromMemory() {
        // given a node that knows a stock, and another that reserved there since
        shop.allocate(5, 0);
        shop.buy(wish("a", 1, 2));
        try (Shop other = new Shop(events)) {
            other.buy(wish("b", 1, 2));
        }

        // when that reservation is paid through the first node, then it is not "unknown" there
        shop.gateway.sendAndWait(new ConfirmReservations(bucket(0), List.of("b"), NOW));
        assertThat(events.log().getLast()).isInstanceOf(ReservationConfirmed.class);

        // and the same with levels: units that another node gave back are seen
        try (Shop other = new Shop(events)) {
            other.gateway.sendAndWait(new AddUnits(bucket(1), "more", 1, NOW));
        }
        assertThat(shop.refill.refill(bucket(0), 2, 1, 9)).isEqualTo(BucketRefill.Result.REFILLED);
    }

    private static List<Waiting> wishes(int count, int buckets) {
        return IntStream.range(0, count)
                .mapToObj(i -> wish(Integer.toString(i), 1, buckets))
                .toList();
    }

    @Test
    void aRequestThatCannotBeDecidedLeavesItsNeighboursTheirAnswers() {
        // given a price of which two pieces cannot be paid for in any currency
        shop.allocateAtPrice(Long.MAX_VALUE, 10);
        Waiting poisoned = wish("b", 2, 1);
        List<Waiting> batch = List.of(wish("a", 1, 1), poisoned, wish("c", 1, 1));

        // when they are decided together, then only the outcome of the one is unknown
        shop.decision.decide(bucket(0), batch);
        assertThat(poisoned.answer()).isCompletedExceptionally();
        assertThat(batch.getFirst().answer().join()).isInstanceOf(Answer.Accepted.class);
        assertThat(batch.getLast().answer().join()).isInstanceOf(Answer.Accepted.class);
    }
}
