package dev.flashsale.kernel.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flashsale.kernel.order.OrderExpired;
import dev.flashsale.kernel.upcast.Upcast;
import dev.flashsale.kernel.upcast.Upcasts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever was ever stored loads today: each (event, revision) has a sample for good, and a way to today's class. */
class StoredRevisionsTest {
    private static final Upcast PLACED_ADDED = new Upcast(OrderExpired.class, "0", "1", form -> {
        Map<String, Object> next = new HashMap<>(form);
        next.put("placed", true);
        return next;
    });

    static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(StoredForm.DIRECTORY)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyRevisionEverStoredLoadsAsTodaysClass(Path sample) throws IOException {
        // given
        Class<?> event = eventOf(sample);

        // when
        Object loaded = load(sample, event, Upcasts.today());

        // then
        assertThat(loaded).isInstanceOf(event).hasNoNullFieldsOrProperties();
    }

    @ParameterizedTest
    @MethodSource("dev.flashsale.kernel.samples.ApprovedSamplesTest#eventTypes")
    void noRevisionLosesItsSample(Class<?> event) {
        assertThat(IntStream.rangeClosed(1, Integer.parseInt(StoredForm.revisionOf(event)))
                        .mapToObj(revision -> event.getSimpleName() + ".v" + revision + ".json")
                        .map(StoredForm.DIRECTORY::resolve))
                .allSatisfy(file -> assertThat(file).exists());
    }

    /** Positive control: a form that nothing leads away from. */
    @Test
    void aRevisionWithoutAWayIsNoticed() {
        assertThatThrownBy(() -> load(madeUp(), OrderExpired.class, Upcasts.today()))
                .hasMessageContaining("no way from revision 0");
    }

    /** Positive control: the same form, with a step that leads away from it. */
    @Test
    void aStepLeadsFromAnOldForm() throws IOException {
        assertThat(load(madeUp(), OrderExpired.class, new Upcasts(List.of(PLACED_ADDED))))
                .isEqualTo(new OrderExpired(
                        "7d1f3c52-9a4e-8b60-a2c1-5e0d4f8b9a37", true, Instant.parse("2026-11-21T12:15:00.123456Z")));
    }

    @Test
    void stepsInACircleLeadNowhere() {
        // given
        Upcast away = new Upcast(OrderExpired.class, "0", "00", form -> form);
        Upcast back = new Upcast(OrderExpired.class, "00", "0", form -> form);

        // then
        assertThat(new Upcasts(List.of(away, back)).path(OrderExpired.class, "0"))
                .isEmpty();
    }

    @Test
    void twoWaysFromOneFormAreRefused() {
        assertThatThrownBy(() -> new Upcasts(List.of(PLACED_ADDED, PLACED_ADDED)))
                .hasMessageContaining("two ways from");
    }

    private static Path madeUp() {
        return Path.of("src/test/resources/made-up/OrderExpired.v0.json");
    }

    private static Class<?> eventOf(Path sample) {
        String name = sample.getFileName().toString().replaceFirst("\\..*", "");
        return Samples.eventTypes().stream()
                .filter(type -> type.getSimpleName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no event " + name));
    }

    private static Object load(Path sample, Class<?> event, Upcasts upcasts) throws IOException {
        String revision = sample.getFileName().toString().replaceFirst(".*\\.v(\\d+)\\.json", "$1");
        List<Upcast> path = upcasts.path(event, revision)
                .orElseThrow(() -> new IllegalStateException(
                        event.getSimpleName() + ": no way from revision " + revision + " to today's"));
        return StoredForm.readUpcast(Files.readString(sample), path, event);
    }
}
