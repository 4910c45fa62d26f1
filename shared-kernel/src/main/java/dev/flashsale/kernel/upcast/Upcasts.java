package dev.flashsale.kernel.upcast;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The chain of {@link Upcast}s. Services and the analyst's tools read stored events through the same one. A form that
 * changes gets a new {@link Revision}, a step in {@link #today()} and a new approved sample; the old sample stays.
 */
public final class Upcasts {
    private static final Upcasts TODAY = new Upcasts(List.of());

    private final List<Upcast> steps;

    /**
     * A chain of these steps.
     *
     * @throws IllegalArgumentException when two steps start from one form of an event
     */
    public Upcasts(List<Upcast> steps) {
        this.steps = List.copyOf(steps);
        Map<String, Long> starts = steps.stream()
                .collect(Collectors.groupingBy(
                        step -> step.event().getName() + " " + step.from(), Collectors.counting()));
        starts.forEach((start, count) -> {
            if (count > 1) {
                throw new IllegalArgumentException("two ways from " + start);
            }
        });
    }

    /** All steps that the product's own events need; none so far, as every event is at its first revision. */
    public static Upcasts today() {
        return TODAY;
    }

    /** Every step, in the order in which they are tried. */
    public List<Upcast> steps() {
        return steps;
    }

    /** The revision that an event is written with today; absent when it names none. */
    public static @Nullable String revisionOf(Class<?> event) {
        Revision revision = event.getAnnotation(Revision.class);
        return revision == null ? null : revision.value();
    }

    /** The steps from a stored revision to today's, none when it is today's; empty when there is no way. */
    public Optional<List<Upcast>> path(Class<?> event, String storedRevision) {
        List<Upcast> path = new ArrayList<>();
        String revision = storedRevision;
        while (!revision.equals(revisionOf(event))) {
            String reached = revision;
            Optional<Upcast> next = steps.stream()
                    .filter(step -> step.event() == event && step.from().equals(reached))
                    .findFirst();
            if (next.isEmpty() || path.contains(next.get())) {
                return Optional.empty();
            }
            path.add(next.get());
            revision = next.get().to();
        }
        return Optional.of(path);
    }

    /** The JSON object as the last step of a path leaves it. */
    public static Map<String, Object> apply(List<Upcast> path, Map<String, Object> stored) {
        Map<String, Object> form = new HashMap<>(stored);
        for (Upcast step : path) {
            form = step.change().apply(form);
        }
        return form;
    }
}
