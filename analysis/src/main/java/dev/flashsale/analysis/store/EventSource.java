package dev.flashsale.analysis.store;

import dev.flashsale.analysis.audit.EdgeRefusals;
import dev.flashsale.analysis.audit.LiveProcesses;
import dev.flashsale.analysis.audit.OrderRow;
import dev.flashsale.analysis.ledger.StoredEvent;
import dev.flashsale.kernel.attempt.Attempt;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A store of events, wherever it is. It offers nothing that could change it. What is read through one source is of one
 * moment, however often it is read, as far as the store behind it can promise that. Not thread-safe.
 */
public interface EventSource extends AutoCloseable {
    /** Where the events are, for people; without secrets. */
    String name();

    /** First and last index; {@link Span#NONE} for an empty store. */
    Span span() throws IOException;

    /** Hands over the events of this range as they are stored, in global order, without holding them all. */
    void raw(Span range, Consumer<RawEvent> reader) throws IOException;

    /** Hands over the loaded events of this range, in global order; one that does not load is an Unreadable. */
    default void events(Span range, Consumer<StoredEvent> reader) throws IOException {
        EventLoader loader = new EventLoader();
        raw(range, event -> reader.accept(loader.load(event)));
    }

    /** All loaded events, in global order. */
    default void events(Consumer<StoredEvent> reader) throws IOException {
        events(Span.ALL, reader);
    }

    /** The read side's rows of orders; absent when this source has none. */
    Optional<List<OrderRow>> orderRows() throws IOException;

    /** The simulated payment provider's books; absent when this source has none. */
    Optional<List<PaymentRow>> payments() throws IOException;

    /** Hands over what was refused before a stock could decide, in order; absent when this source keeps no such log. */
    default Optional<EdgeRefusals> attempts(Consumer<Attempt> reader) throws IOException {
        return Optional.empty();
    }

    /**
     * How far the event processors have come; none when this source does not know.
     *
     * @param storedBefore events stored later may still be picked up, and are not missed yet
     */
    default List<ProcessorPosition> processors(Instant storedBefore) throws IOException {
        return List.of();
    }

    /** The live processes of purchases and their deadlines; absent when this source keeps none. */
    default Optional<LiveProcesses> processes() throws IOException {
        return Optional.empty();
    }

    /** The newest snapshot of each aggregate that has one; absent when this source keeps none. */
    default Optional<List<StoredSnapshot>> snapshots() throws IOException {
        return Optional.empty();
    }

    @Override
    void close() throws IOException;
}
