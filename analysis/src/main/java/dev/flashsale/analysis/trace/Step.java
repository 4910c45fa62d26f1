package dev.flashsale.analysis.trace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command or an event, and what came of it.
 *
 * @param kind "command" or "event"
 * @param by who sent the command; empty for an event
 * @param index the event's global index; absent for a command
 * @param sinceBeforeMs milliseconds since the step that this one follows from
 * @param sinceStartMs milliseconds since the first step
 */
record Step(
        String kind,
        String name,
        String by,
        @Nullable Long index,
        Instant at,
        double sinceBeforeMs,
        double sinceStartMs,
        String detail,
        List<Step> then) {
    Step(
            String kind,
            String name,
            String by,
            @Nullable Long index,
            Instant at,
            double sinceBeforeMs,
            double sinceStartMs,
            String detail) {
        this(kind, name, by, index, at, sinceBeforeMs, sinceStartMs, detail, new ArrayList<>());
    }
}
