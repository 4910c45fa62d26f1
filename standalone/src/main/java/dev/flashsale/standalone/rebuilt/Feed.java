package dev.flashsale.standalone.rebuilt;

import dev.flashsale.analysis.ledger.StoredEvent;
import dev.flashsale.analysis.store.EventSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * Hands a store's events to one projection.
 *
 * @param upTo the last event that the projection gets
 * @param threads each gets all events of some of the aggregates, in their order
 * @param batchSize events in one transaction
 * @param times how often each batch is delivered
 */
record Feed(String projection, long upTo, int threads, int batchSize, int times) {
    /** Empties the projection and fills it again. */
    void run(EventSource source, ScratchReadSide readSide) throws IOException {
        readSide.reset(projection);
        List<List<TrackedEventMessage<?>>> shares = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            shares.add(new ArrayList<>());
        }
        source.events(event -> {
            if (event.globalIndex() <= upTo
                    && readSide.takes(projection, event.payload().getClass())) {
                shares.get(Math.floorMod(event.aggregateId().hashCode(), threads))
                        .add(message(event));
            }
        });
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> running = new ArrayList<>();
            for (List<TrackedEventMessage<?>> share : shares) {
                running.add(workers.submit(() -> apply(share, readSide)));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + projection + " was rebuilt", e);
        } catch (ExecutionException e) {
            throw new IOException(projection + " could not be rebuilt: " + e.getCause(), e);
        }
    }

    private void apply(List<TrackedEventMessage<?>> share, ScratchReadSide readSide) {
        for (int from = 0; from < share.size(); from += batchSize) {
            List<TrackedEventMessage<?>> batch = share.subList(from, Math.min(share.size(), from + batchSize));
            for (int time = 0; time < times; time++) {
                readSide.apply(projection, batch);
            }
        }
    }

    private static TrackedEventMessage<?> message(StoredEvent event) {
        return new GenericTrackedEventMessage<>(
                new GlobalSequenceTrackingToken(event.globalIndex()),
                new GenericEventMessage<>(event.eventId(), event.payload(), Map.of(), event.timestamp()));
    }
}
