package dev.flashsale.query.replay;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/** What is stored now, as somebody reads it to whom the last event but one became visible after the last. */
final class LateEvent implements StreamableMessageSource<TrackedEventMessage<?>> {
    private final List<TrackedEventMessage<?>> events = new ArrayList<>();

    LateEvent(StreamableMessageSource<TrackedEventMessage<?>> source) {
        long head = source.createHeadToken().position().orElseThrow();
        try (BlockingStream<TrackedEventMessage<?>> stream = source.openStream(null)) {
            do {
                events.add(stream.nextAvailable());
            } while (events.getLast().trackingToken().position().orElseThrow() < head);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        int last = events.size() - 1;
        Collections.swap(events, last - 1, last);
        long late = events.get(last).trackingToken().position().orElseThrow();
        events.replaceAll(event -> event.trackingToken().position().orElseThrow() < late
                ? event
                : event.withTrackingToken(
                        GapAwareTrackingToken.newInstance(head, event == events.get(last) ? Set.of() : Set.of(late))));
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken from) {
        Deque<TrackedEventMessage<?>> left = new ArrayDeque<>(events);
        while (from != null && !left.isEmpty() && from.covers(left.getFirst().trackingToken())) {
            left.removeFirst();
        }
        return new BlockingStream<>() {
            @Override
            public Optional<TrackedEventMessage<?>> peek() {
                return Optional.ofNullable(left.peekFirst());
            }

            @Override
            public boolean hasNextAvailable(int timeout, TimeUnit unit) {
                return !left.isEmpty();
            }

            @Override
            public TrackedEventMessage<?> nextAvailable() {
                return left.removeFirst();
            }

            @Override
            public void close() {
                left.clear();
            }
        };
    }
}
