package dev.flashsale.command.stock;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.AbstractSnapshotTrigger;
import org.axonframework.eventsourcing.SnapshotTrigger;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;

/**
 * A snapshot of a stock holds everything that the stock remembers, so a fixed distance between them would write a history of
 * n events n² times. One is taken when at least so many events came since the last, and half of the history: all of
 * them together then hold at most twice what the last one holds, and half of the history at most is read after it.
 */
final class RareSnapshots implements SnapshotTriggerDefinition {
    private final Snapshotter snapshotter;
    private final int minimumEvents;

    RareSnapshots(Snapshotter snapshotter, int minimumEvents) {
        this.snapshotter = snapshotter;
        this.minimumEvents = minimumEvents;
    }

    @Override
    public SnapshotTrigger prepareTrigger(Class<?> aggregateType) {
        return new Trigger(snapshotter, aggregateType, minimumEvents);
    }

    private static final class Trigger extends AbstractSnapshotTrigger {
        private static final long serialVersionUID = 1;

        private final int minimumEvents;
        private long eventsInAll;
        private long eventsSince;

        private Trigger(Snapshotter snapshotter, Class<?> aggregateType, int minimumEvents) {
            super(snapshotter, aggregateType);
            this.minimumEvents = minimumEvents;
        }

        @Override
        public void eventHandled(EventMessage<?> message) {
            if (message instanceof DomainEventMessage<?> event) {
                eventsInAll = event.getSequenceNumber() + 1;
            }
            super.eventHandled(message);
        }

        @Override
        protected boolean exceedsThreshold() {
            eventsSince++;
            return eventsSince >= minimumEvents && eventsSince * 2 >= eventsInAll;
        }

        @Override
        protected void reset() {
            eventsSince = 0;
        }
    }
}
