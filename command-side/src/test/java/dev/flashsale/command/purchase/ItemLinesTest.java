package dev.flashsale.command.purchase;

import static dev.flashsale.command.purchase.Shop.bucket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flashsale.command.admission.queue.Line;
import dev.flashsale.command.aggregate.SharedEvents;
import dev.flashsale.kernel.stock.AddUnits;
import dev.flashsale.kernel.stock.PurchaseRequest;
import dev.flashsale.kernel.stock.ReleaseReason;
import dev.flashsale.kernel.stock.ReleaseReservations;
import dev.flashsale.kernel.stock.ReservationRelease;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who waits and what is left, over real stocks. */
class ItemLinesTest {
    private final SharedEvents events = new SharedEvents();
    private final Shop shop = new Shop(events);

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void whoeverWouldComeAfterTheLastUnitIsTold() {
        // given two units and two who wait for one each
        Counter counter = counter(2);
        assertThat(counter.known("ann", "phone", 1)).matches(line -> line.unitsLeft() == 2 && !line.isFull());
        counter.join("ann", "phone", 1);
        assertThat(counter.known("bob", "phone", 1).isFull()).isFalse();
        counter.join("bob", "phone", 1);

        // when, then
        Line line = counter.known("eve", "phone", 1);
        assertThat(line.waiting()).isEqualTo(2);
        assertThat(line.unitsLeft()).isEqualTo(2);
        assertThat(line.isFull()).isTrue();
    }

    @Test
    void aDecisionCountsOnceHoweverLateItsAnswerIs() {
        // given three units and two who wait
        Counter counter = counter(3);
        Line unused = counter.known("eve", "phone", 1);
        counter.join("ann", "phone", 1);
        counter.join("bob", "phone", 1);

        // when one of them has got a unit and was not told yet
        buy("ann", 1);

        // then one waits, for one of two units
        Line line = counter.known("eve", "phone", 1);
        assertThat(line.waiting()).isEqualTo(1);
        assertThat(line.unitsLeft()).isEqualTo(2);
        assertThat(line.isFull()).isFalse();
    }

    @Test
    void aUnitThatComesBackReopensTheLineAtOnce() {
        // given a sold unit and one who waits in vain
        Counter counter = counter(1);
        Line unused = counter.known("ann", "phone", 1);
        String bought = buy("ann", 1);
        counter.join("bob", "phone", 1);
        assertThat(counter.known("eve", "phone", 1).isFull()).isTrue();

        // when the unit and another one come back
        shop.gateway.sendAndWait(new ReleaseReservations(
                bucket(0), List.of(new ReservationRelease(bought, ReleaseReason.EXPIRED)), Shop.NOW));
        shop.gateway.sendAndWait(new AddUnits(bucket(0), "addition", 1, Shop.NOW));

        // then
        assertThat(counter.known("eve", "phone", 1)).matches(line -> line.unitsLeft() == 2 && !line.isFull());
    }

    @Test
    void whoeverLeavesMakesRoom() {
        // given
        Counter counter = counter(1);
        counter.join("ann", "phone", 1);
        assertThat(counter.known("eve", "phone", 1).isFull()).isTrue();

        // when
        counter.leave("ann", "phone", 1);
        counter.leave("ann", "phone", 1);

        // then
        assertThat(counter.known("eve", "phone", 1)).matches(line -> line.waiting() == 0 && !line.isFull());
    }

    @Test
    void unitsOfAllBucketsAreLeftForEverybodyAndStaySoWhileTheyMove() {
        // given
        Counter counter = counter(1, 1, 2);
        assertThat(counter.known("ann", "phone", 1).unitsLeft()).isEqualTo(4);

        // when
        assertThat(shop.refill.refill(bucket(0), 3, 3, 1)).isEqualTo(BucketRefill.Result.REFILLED);

        // then
        assertThat(counter.known("ann", "phone", 1).unitsLeft()).isEqualTo(4);
    }

    @Test
    void aBundleTakesAsManyUnitsAsItHolds() {
        // given three units and one who waits for a pair
        Counter counter = counter(3);
        Line unused = counter.known("eve", "phone", 1);
        counter.join("ann", "pair", 1);

        // then one more phone is to be had, and no second pair
        assertThat(counter.known("eve", "phone", 1).isFull()).isFalse();
        assertThat(counter.known("eve", "pair", 1).isFull()).isTrue();
    }

    @Test
    void aThousandRequestsOfOneShopperCountForWhatTheLimitAllows() {
        // given
        Counter counter = counter(3);
        for (int i = 0; i < 1_000; i++) {
            counter.joinWithKey("bot", "another-key-" + i);
        }

        // then two units may be gone, the third is to be had
        Line line = counter.known("ann", "phone", 1);
        assertThat(line.unitsAhead()).isEqualTo(2);
        assertThat(line.isFull()).isFalse();
    }

    @Test
    void whoeverAsksAgainWhileTheyWaitIsNotSentAway() {
        // given
        Counter counter = counter(1);
        counter.join("ann", "phone", 1);
        assertThat(counter.known("bob", "phone", 1).isFull()).isTrue();

        // when, then
        assertThat(counter.line("ann", "phone", 1)).isNull();
    }

    @Test
    void aDecisionThatIsLostLeavesNoFewerUnits() {
        // given
        Counter counter = counter(2);
        Line unused = counter.known("ann", "phone", 1);

        // when a decision loses against other writers, again and again
        events.loseNext(10);
        assertThatThrownBy(() -> buy("ann", 1)).isInstanceOf(IllegalStateException.class);

        // then
        assertThat(counter.known("eve", "phone", 1).unitsLeft()).isEqualTo(2);
    }

    @Test
    void afterARestartNobodyIsTurnedAwayUntilTheStockHasToldItsLevel() {
        // given a stock that sold before this node listened
        Counter.announce(shop, 3, 1);
        shop.allocate(3);
        buy("ann", 1);
        Counter restarted = new Counter(shop);
        restarted.join("bob", "phone", 1);

        // when, then
        assertThat(restarted.line("eve", "phone", 1)).isNull();
        assertThat(restarted.known("eve", "phone", 1).unitsLeft()).isEqualTo(2);
    }

    @Test
    void aNodeThatDoesNotHearOfOthersTurnsNobodyAway() {
        // given
        Counter.announce(shop, 1, 1);
        shop.allocate(1);
        Counter deaf = new Counter(shop, () -> false);

        // when
        deaf.join("ann", "phone", 1);

        // then
        assertThat(deaf.line("eve", "phone", 1)).isNull();
    }

    private Counter counter(int... units) {
        Counter.announce(shop, java.util.Arrays.stream(units).sum(), units.length);
        shop.allocate(units);
        return new Counter(shop);
    }

    /** Has bucket 0 decide at once. */
    private String buy(String shopper, int quantity) {
        String purchaseId = Counter.ask(shopper, "phone", quantity).purchaseId();
        PurchaseRequest request = new PurchaseRequest(purchaseId, shopper, "phone", quantity, false);
        assertThat(shop.buy(new Waiting(request, 1, false, quantity, new CompletableFuture<>())))
                .isInstanceOf(Answer.Accepted.class);
        return purchaseId;
    }
}
