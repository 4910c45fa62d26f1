package dev.flashsale.command.purchase;

import static dev.flashsale.command.purchase.Shop.bucket;
import static dev.flashsale.command.purchase.Shop.refusable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flashsale.command.aggregate.SharedEvents;
import dev.flashsale.kernel.stock.AddUnits;
import dev.flashsale.kernel.stock.Refusal;
import dev.flashsale.kernel.stock.ReleaseReason;
import dev.flashsale.kernel.stock.ReleaseReservations;
import dev.flashsale.kernel.stock.ReservationRelease;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The latch over a real stock. */
class EdgeTest {
    private final SharedEvents events = new SharedEvents();
    private Shop shop = new Shop(events);

    @BeforeEach
    void twoUnitsAreForSale() {
        shop.allocate(2);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void onceAStockHasSaidSoldOutNoStockIsAskedAndNothingIsRecorded() {
        // given
        sellOut();
        assertThat(shop.buy(refusable("c", 1))).isEqualTo(new Answer.Refused("c", Refusal.SOLD_OUT));
        int before = events.size();
        // when, then
        assertThat(shop.buy(refusable("d", 1))).isEqualTo(new Answer.RefusedAtTheEdge("d", Refusal.SOLD_OUT));
        assertThat(events.size()).isEqualTo(before);
    }

    @Test
    void aRepeatedPurchaseKeepsItsOutcomeBehindAClosedLatch() {
        // given
        sellOut();
        Answer unused = shop.buy(refusable("c", 1));
        // when, then
        assertThat(shop.buy(refusable("a", 1))).isInstanceOf(Answer.Accepted.class);
    }

    @Test
    void aUnitThatComesBackIsSoldAtOnce() {
        // given
        sellOut();
        Answer unused = shop.buy(refusable("c", 1));
        // when
        shop.gateway.sendAndWait(new ReleaseReservations(
                bucket(0), List.of(new ReservationRelease("a", ReleaseReason.CANCELLED)), Shop.NOW));
        // then
        assertThat(shop.buy(refusable("d", 1))).isInstanceOf(Answer.Accepted.class);
    }

    @Test
    void unitsThatAMerchantAddsAreSoldAtOnce() {
        // given
        sellOut();
        Answer unused = shop.buy(refusable("c", 1));
        // when
        shop.gateway.sendAndWait(new AddUnits(bucket(0), "addition", 1, Shop.NOW));
        // then
        assertThat(shop.buy(refusable("d", 1))).isInstanceOf(Answer.Accepted.class);
    }

    @Test
    void aKeyRefusedAtTheEdgeStaysFree() {
        // given
        sellOut();
        Answer unused = shop.buy(refusable("c", 1));
        assertThat(shop.buy(refusable("d", 1))).isInstanceOf(Answer.RefusedAtTheEdge.class);
        // when units come
        shop.gateway.sendAndWait(new AddUnits(bucket(0), "addition", 1, Shop.NOW));
        // then
        assertThat(shop.buy(refusable("d", 1))).isInstanceOf(Answer.Accepted.class);
    }

    @Test
    void aNodeThatStartsAnewRefusesNobodyBeforeItKnowsWhoWasAccepted() {
        // given a sold-out sale
        sellOut();
        shop.close();
        // when another node takes over
        shop = new Shop(events);
        assertThat(shop.buy(refusable("c", 1))).isEqualTo(new Answer.Refused("c", Refusal.SOLD_OUT));
        // then it reads the history first, and its latch closes with a later refusal
        await().until(() -> shop.edges.of("sale-1").isComplete(bucket(0)));
        assertThat(shop.buy(refusable("d", 1))).isEqualTo(new Answer.Refused("d", Refusal.SOLD_OUT));
        assertThat(shop.buy(refusable("e", 1))).isInstanceOf(Answer.RefusedAtTheEdge.class);
        assertThat(shop.buy(refusable("a", 1))).isInstanceOf(Answer.Accepted.class);
    }

    @Test
    void anOldRefusalThatIsRepeatedClosesNothing() {
        // given a refusal, and units since
        sellOut();
        Answer unused = shop.buy(refusable("c", 1));
        shop.gateway.sendAndWait(new AddUnits(bucket(0), "addition", 1, Shop.NOW));
        // when the refused one asks again with its old key
        assertThat(shop.buy(refusable("c", 1))).isEqualTo(new Answer.Refused("c", Refusal.SOLD_OUT));
        // then
        assertThat(shop.buy(refusable("d", 1))).isInstanceOf(Answer.Accepted.class);
    }

    @Test
    void aRequestThatAProcessSendsIsDecidedByTheStockAlways() {
        // given
        sellOut();
        Answer unused = shop.buy(refusable("c", 1));
        // when, then
        assertThat(shop.buy(Shop.wish("component", 1, 1))).isEqualTo(new Answer.Refused("component", Refusal.SOLD_OUT));
    }

    private void sellOut() {
        assertThat(shop.buy(refusable("a", 1))).isInstanceOf(Answer.Accepted.class);
        assertThat(shop.buy(refusable("b", 1))).isInstanceOf(Answer.Accepted.class);
    }
}
