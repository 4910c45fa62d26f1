package dev.flashsale.command.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.SnapshotTrigger;
import org.axonframework.eventsourcing.Snapshotter;
import org.junit.jupiter.api.Test;

/** When a snapshot is worth its writing. */
class RareSnapshotsTest {
    private final List<Long> taken = new ArrayList<>();
    private long sequence;
    private final Snapshotter counting = (type, id) -> taken.add(sequence + 1);

    @Test
    void theDistanceBetweenSnapshotsGrowsWithTheHistory() {
        // given a stock from its first event on
        SnapshotTrigger trigger = trigger();
        // when a hundred events happen
        happen(trigger, 0, 100);
        // then snapshots hold the first ten, and twice as many each time
        assertThat(taken).containsExactly(10L, 20L, 40L, 80L);
    }

    @Test
    void aStockThatWasReadFromASnapshotGoesOnWithTheSameDistances() {
        // given a stock whose snapshot holds forty events, and that read ten more
        SnapshotTrigger trigger = trigger();
        happen(trigger, 40, 50);
        trigger.initializationFinished();
        // when more events happen
        happen(trigger, 50, 90);
        // then the next snapshot is the one that it would have taken anyway
        assertThat(taken).containsExactly(80L);
    }

    private SnapshotTrigger trigger() {
        return new RareSnapshots(counting, 10).prepareTrigger(Stock.class);
    }

    private void happen(SnapshotTrigger trigger, long from, long to) {
        for (sequence = from; sequence < to; sequence++) {
            trigger.eventHandled(new GenericDomainEventMessage<>("Stock", "sale-1:phone:0", sequence, "happened"));
        }
    }
}
