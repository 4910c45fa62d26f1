package dev.flashsale.query.replay;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a replay stands.
 *
 * @param projections those that are rebuilt and swapped together
 * @param state what is being done, or how it ended
 * @param position the event that the slowest projection has reached; -1 before the first
 * @param target the event that it has to reach
 * @param handledEvents events that projectors were given again
 * @param eventsPerSecond since the beginning
 * @param etaSeconds until the target is reached, at that rate; absent while there is no rate
 * @param slowest the projection, and its segment, that is furthest behind
 * @param same whether the rebuilt content is the same as the one that was in use; absent before the comparison
 * @param keys entries of the rebuilt content; absent before the comparison
 * @param hash of the rebuilt content; absent before the comparison
 * @param differing the first few entries that are not the same
 * @param detail how it ended, or why it does not get on; empty while all is well
 */
record ReplayStatus(
        List<String> projections,
        State state,
        long position,
        long target,
        long handledEvents,
        long eventsPerSecond,
        @Nullable Long etaSeconds,
        String slowest,
        @Nullable Boolean same,
        @Nullable Long keys,
        @Nullable String hash,
        List<String> differing,
        String detail) {
    /** What is being done, or how it ended. */
    enum State {
        /** The content beside is being built. */
        BUILDING,
        /** Both stand still, and are compared. */
        COMPARING,
        /** The content that was beside is in use; the other is kept, and kept up to date. */
        SWAPPED,
        /** It was built up to a point in the past, for looking at. It is never swapped in. */
        PARTIAL,
        /** What was in use is still in use. */
        FAILED;

        boolean isFinal() {
            return this != BUILDING && this != COMPARING;
        }
    }

    ReplayStatus {
        projections = List.copyOf(projections);
        differing = List.copyOf(differing);
    }
}
