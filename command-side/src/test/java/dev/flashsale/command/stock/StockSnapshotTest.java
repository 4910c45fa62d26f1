package dev.flashsale.command.stock;

import static dev.flashsale.command.stock.StockScene.NOON;
import static dev.flashsale.command.stock.StockScene.PHONES;
import static dev.flashsale.command.stock.StockScene.phones;
import static dev.flashsale.command.stock.StockScene.wish;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.flashsale.kernel.stock.AddUnits;
import dev.flashsale.kernel.stock.ReceiveTransfer;
import dev.flashsale.kernel.stock.Refusal;
import dev.flashsale.kernel.stock.StockId;
import dev.flashsale.kernel.stock.TransferStock;
import dev.flashsale.platform.axon.Serialization;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.Test;

/**
 * The stored form of a stock. When it has to change, the {@link Revision} of {@link Stock} changes with it, so that older
 * snapshots are passed over and the events are read instead.
 */
class StockSnapshotTest {
    private static final ObjectMapper STORED = Serialization.storedJson();

    @Test
    void aStockIsStoredAsTheApprovedSampleOfItsRevision() throws IOException {
        // given a stock to which everything has happened that can happen
        JsonNode stored = STORED.valueToTree(eventful(new Stock()));

        // then it is stored as in the sample of this revision
        assertThat(stored.toPrettyString()).isEqualTo(sample().toPrettyString());
    }

    @Test
    void aStockReadFromTheSampleGoesOnAsIfItHadLivedThroughItsHistory() throws IOException {
        // given a stock that lived and one that was read from the sample
        Stock lived = eventful(new Stock());
        Stock read = STORED.treeToValue(sample(), Stock.class);

        // when the same happens to both, then they stay the same
        Bucket later = eventfulBucket();
        int before = later.history.size();
        later.release("held", NOON);
        later.buy(phones("after", 1), NOON);
        later.history.subList(before, later.history.size()).forEach(event -> {
            lived.on(event);
            read.on(event);
        });
        assertThat(STORED.<JsonNode>valueToTree(read)).isEqualTo(STORED.<JsonNode>valueToTree(lived));
    }

    @Test
    void aCopyRemembersEverythingAndIsLeftAloneByWhatHappensLater() {
        // given a copy of a stock to which everything has happened that can happen
        Stock stock = eventful(new Stock());
        Stock copy = stock.copy();
        JsonNode then = STORED.valueToTree(stock);

        // when more happens, then only the stock remembers it
        Bucket later = eventfulBucket();
        int before = later.history.size();
        later.release("held", NOON);
        later.buy(phones("after", 1), NOON);
        later.add(new AddUnits(PHONES, "even more", 3, NOON));
        later.history.subList(before, later.history.size()).forEach(stock::on);
        assertThat(STORED.<JsonNode>valueToTree(copy)).isEqualTo(then);
        assertThat(STORED.<JsonNode>valueToTree(stock)).isNotEqualTo(then);
    }

    private static Stock eventful(Stock stock) {
        eventfulBucket().history.forEach(stock::on);
        return stock;
    }

    private static Bucket eventfulBucket() {
        StockId sibling = new StockId("sale-1", "phone", 1);
        Bucket bucket = Bucket.of(StockScene.allocate(10, 2));
        bucket.buy(phones("sold", 2), NOON);
        bucket.buy(phones("released", 1), NOON);
        bucket.buy(phones("held", 2), NOON);
        bucket.buy(wish("kit", "user-of-held", StockScene.KIT, 1), NOON);
        bucket.buy(phones("tooMany", 3), NOON);
        bucket.confirm("sold", NOON);
        bucket.release("released", NOON);
        bucket.add(new AddUnits(PHONES, "more", 3, NOON));
        bucket.send(new TransferStock(PHONES, sibling, "sent", 2, NOON));
        bucket.receive(new ReceiveTransfer(PHONES, sibling, "received", 1, NOON));
        bucket.withdraw(Refusal.ENDED);
        return bucket;
    }

    private static JsonNode sample() throws IOException {
        String revision = Stock.class.getAnnotation(Revision.class).value();
        String name = "/samples/stock-snapshot-" + revision + ".json";
        try (InputStream sample = Objects.requireNonNull(StockSnapshotTest.class.getResourceAsStream(name), name)) {
            return STORED.readTree(sample);
        }
    }
}
