package dev.flashsale.analysis.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.flashsale.analysis.store.RawEvent;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the tree of a purchase: events that one command made hang under it, and it under the event it answers. */
final class StepTree {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int TIME_ORDERED = 7;

    private record Placed(Object payload, Step step) {}

    private record Sent(String commandId, @Nullable Step after) {}

    private final List<Step> roots = new ArrayList<>();
    private final List<Placed> placed = new ArrayList<>();
    private final Map<Sent, Step> commands = new HashMap<>();
    private @Nullable Instant start;

    static List<Step> of(Story story) {
        StepTree tree = new StepTree();
        story.events().forEach(tree::take);
        return tree.roots;
    }

    private void take(Told told) {
        Cause cause = Cause.of(told.payload(), placed.isEmpty());
        if (cause == null) {
            return;
        }
        Step before = latestOf(cause.after());
        String commandId = commandId(told.raw());
        Instant sentAt = sentAt(commandId, told.raw().timestamp());
        Step command = commands.computeIfAbsent(new Sent(commandId, before), sent -> {
            Step step = step("command", cause.command(), cause.by(), null, sentAt, before, commandId);
            (before == null ? roots : before.then()).add(step);
            return step;
        });
        RawEvent raw = told.raw();
        Step event = step(
                "event", raw.shortType(), "", raw.globalIndex(), raw.timestamp(), command, Detail.of(told.payload()));
        command.then().add(event);
        placed.add(new Placed(told.payload(), event));
    }

    private Step step(
            String kind,
            String name,
            String by,
            @Nullable Long index,
            Instant at,
            @Nullable Step before,
            String detail) {
        Instant first = start == null ? at : start;
        start = first;
        return new Step(
                kind, name, by, index, at, before == null ? 0 : millis(before.at(), at), millis(first, at), detail);
    }

    private @Nullable Step latestOf(List<Class<?>> types) {
        for (Class<?> type : types) {
            for (int i = placed.size() - 1; i >= 0; i--) {
                if (type.isInstance(placed.get(i).payload())) {
                    return placed.get(i).step();
                }
            }
        }
        return placed.isEmpty() ? null : placed.getLast().step();
    }

    private static double millis(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e6;
    }

    /** The message that the event answers, as its metadata name it. */
    private static String commandId(RawEvent event) {
        try {
            JsonNode id = JSON.readTree(event.metaData()).path("correlationId");
            return id.isTextual() ? id.textValue() : event.eventId();
        } catch (IOException e) {
            return event.eventId();
        }
    }

    /** Message ids begin with the time at which they were made; another id says nothing, and the event's time stands in. */
    private static Instant sentAt(String commandId, Instant stored) {
        try {
            UUID id = UUID.fromString(commandId);
            return id.version() == TIME_ORDERED ? Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16) : stored;
        } catch (IllegalArgumentException e) {
            return stored;
        }
    }
}
