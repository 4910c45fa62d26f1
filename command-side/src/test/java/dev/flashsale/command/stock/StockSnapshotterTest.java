package dev.flashsale.command.stock;

import static dev.flashsale.command.stock.StockScene.NOON;
import static dev.flashsale.command.stock.StockScene.PHONES;
import static dev.flashsale.command.stock.StockScene.allocate;
import static dev.flashsale.command.stock.StockScene.phones;
import static dev.flashsale.command.stock.StockScene.reserve;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.flashsale.command.aggregate.SharedEvents;
import dev.flashsale.kernel.stock.StockEvent;
import dev.flashsale.platform.axon.Serialization;
import java.time.Clock;
import java.time.ZoneOffset;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.Test;

/** Snapshots that are made of a stock's memory, beside the thread that goes on deciding. */
class StockSnapshotterTest {
    private static final ObjectMapper STORED = Serialization.storedJson();
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    private final SharedEvents events = new SharedEvents();

    @Test
    void aSnapshotHoldsWhatTheEventsUpToItsNumberTell() {
        // given a node
        try (StockNode node = new StockNode(events, CLOCK, 20)) {
            // when it decides
            buy(node, 0, 50);
        }
        // then the last snapshot, due after forty events, is as if they had been read
        assertThat(snapshot().getSequenceNumber()).isGreaterThanOrEqualTo(39);
        assertThatTheSnapshotIsTrue();
    }

    @Test
    void aSnapshotThatIsTakenWhilePurchasesAreDecidedHoldsNoHalfDecision() {
        // given a node that takes snapshots often
        try (StockNode node = new StockNode(events, CLOCK, 1)) {
            // when it decides without a pause
            buy(node, 0, 3_000);
        }
        // then the last snapshot is as if the events had been read
        assertThatTheSnapshotIsTrue();
    }

    @Test
    void aSnapshotOfAStockThatLeftTheMemoryIsMadeOfItsEvents() {
        // given a stock that another node has filled and sold from
        try (StockNode other = new StockNode(events, CLOCK, 1_000)) {
            buy(other, 0, 30);
        }
        // when a node that never met it decides enough to take a snapshot
        try (StockNode node = new StockNode(events, CLOCK, 20)) {
            node.gateway().sendAndWait(reserve(phones("p-30", 1)));
        }
        // then
        assertThatTheSnapshotIsTrue();
    }

    private static void buy(StockNode node, int from, int to) {
        node.gateway().sendAndWait(allocate(2_000, 1));
        for (int i = from; i < to; i++) {
            node.gateway().sendAndWait(reserve(phones("p-" + i, 1)));
        }
    }

    private DomainEventMessage<?> snapshot() {
        return events.readSnapshot(PHONES.toString()).orElseThrow();
    }

    private void assertThatTheSnapshotIsTrue() {
        DomainEventMessage<?> snapshot = snapshot();
        Stock replayed = new Stock();
        events.log().stream().limit(snapshot.getSequenceNumber() + 1).forEach(event -> replayed.on((StockEvent) event));
        assertThat(STORED.<JsonNode>valueToTree(snapshot.getPayload()))
                .isEqualTo(STORED.<JsonNode>valueToTree(replayed));
    }
}
