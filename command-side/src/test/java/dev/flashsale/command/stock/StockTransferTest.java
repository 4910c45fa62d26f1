package dev.flashsale.command.stock;

import static dev.flashsale.command.stock.StockScene.CASES;
import static dev.flashsale.command.stock.StockScene.NOON;
import static dev.flashsale.command.stock.StockScene.PHONES;
import static dev.flashsale.command.stock.StockScene.allocate;
import static dev.flashsale.command.stock.StockScene.fixture;
import static dev.flashsale.command.stock.StockScene.phones;
import static dev.flashsale.command.stock.StockScene.release;
import static dev.flashsale.command.stock.StockScene.reserve;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.kernel.stock.BucketLevel;
import dev.flashsale.kernel.stock.ReceiveTransfer;
import dev.flashsale.kernel.stock.StockId;
import dev.flashsale.kernel.stock.StockTransferReceived;
import dev.flashsale.kernel.stock.StockTransferred;
import dev.flashsale.kernel.stock.TransferAnswer;
import dev.flashsale.kernel.stock.TransferStock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Units move between the buckets of one item; none is made and none is lost. */
class StockTransferTest {
    private static final StockId SIBLING = new StockId("sale-1", "phone", 1);

    @ParameterizedTest
    @CsvSource({"10, 1, 5", "10, 5, 5", "10, 8, 8", "10, 11, 10", "1, 1, 1", "3, 1, 1", "0, 1, 0"})
    void aBucketGivesHalfOrAsMuchAsIsWantedIfThatIsMore(int available, int wanted, int given) {
        // given a bucket with these units, when a sibling wants some, then it gets a useful share
        Bucket bucket = Bucket.of(allocate(available, 2));
        assertThat(bucket.send(send("t1", wanted))).isEqualTo(given);
        assertThat(bucket.state.availableUnits).isEqualTo(available - given);
    }

    @Test
    void unitsThatLeaveAreNamedWithWhatRemains() {
        // given ten units, when a sibling wants six, then they leave under the transfer's id
        fixture()
                .givenCommands(allocate(10, 2))
                .when(send("t1", 6))
                .expectEvents(new StockTransferred(
                        PHONES.toString(), "sale-1", "phone", 0, SIBLING.toString(), "t1", 6, 4, NOON))
                .expectResultMessagePayload(new TransferAnswer(6, new BucketLevel(4, 6, 0, 0)));
    }

    @Test
    void aRepeatedTransferSendsNothingMore() {
        // given a transfer that was made, when it comes again, then no unit leaves
        fixture()
                .givenCommands(allocate(10, 2), send("t1", 6))
                .when(send("t1", 6))
                .expectNoEvents()
                .expectResultMessagePayload(new TransferAnswer(0, new BucketLevel(4, 6, 0, 0)));
    }

    @Test
    void askingForTheLevelMovesNothing() {
        // given a bucket with a history, when its level is asked for, then it tells units and growing counters
        fixture()
                .givenCommands(allocate(10, 2), send("t1", 1), receive("t2", 3), reserve(phones("p", 2)), release("p"))
                .when(new TransferStock(PHONES, PHONES, "level", 0, NOON))
                .expectNoEvents()
                .expectResultMessagePayload(new TransferAnswer(0, new BucketLevel(8, 5, 3, 2)));
    }

    @Test
    void arrivingUnitsAreReceivedOnce() {
        // given a transfer that arrived, when it is delivered again, then nothing happens
        fixture()
                .givenCommands(allocate(1, 2), receive("t1", 3))
                .when(receive("t1", 3))
                .expectNoEvents();
        // and the first delivery is recorded with what is here now
        fixture()
                .givenCommands(allocate(1, 2))
                .when(receive("t1", 3))
                .expectEvents(new StockTransferReceived(
                        PHONES.toString(), "sale-1", "phone", 0, SIBLING.toString(), "t1", 3, 4, NOON));
    }

    @Test
    void unitsOnlyGoToASiblingOfTheSameItem() {
        // given ten units, when they are asked for by the bucket itself, by another item or another sale
        Bucket bucket = Bucket.of(allocate(10, 2));
        StockId otherSale = new StockId("sale-2", "phone", 1);

        // then none leaves: nobody there could receive it
        assertThat(bucket.send(new TransferStock(PHONES, PHONES, "t1", 1, NOON)))
                .isZero();
        assertThat(bucket.send(new TransferStock(PHONES, CASES, "t2", 1, NOON))).isZero();
        assertThat(bucket.send(new TransferStock(PHONES, otherSale, "t3", 1, NOON)))
                .isZero();
        assertThat(bucket.receive(new ReceiveTransfer(PHONES, CASES, "t4", 1, NOON)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0", "-1"})
    void aTransferOfNoUnitsIsNoTransfer(int units) {
        // given ten units, when none or fewer are to be moved, then nothing happens
        Bucket bucket = Bucket.of(allocate(10, 2));
        assertThat(bucket.send(send("t1", units))).isZero();
        assertThat(bucket.receive(receive("t2", units))).isFalse();
    }

    private static TransferStock send(String transferId, int wanted) {
        return new TransferStock(PHONES, SIBLING, transferId, wanted, NOON);
    }

    private static ReceiveTransfer receive(String transferId, int units) {
        return new ReceiveTransfer(PHONES, SIBLING, transferId, units, NOON);
    }
}
