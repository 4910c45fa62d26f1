package dev.flashsale.kernel.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is stored today must load for ever: a changed name or form shows here as a changed file. */
class ApprovedSamplesTest {
    static List<Record> samples() {
        return Samples.all();
    }

    static Stream<Class<?>> eventTypes() {
        return Samples.eventTypes().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void anEventIsStoredAsItsApprovedSample(Record event) throws IOException {
        // given
        StoredForm.approveIfNew(event);

        // when
        String stored = StoredForm.write(event);

        // then
        assertThat(stored).isEqualTo(StoredForm.approved(event.getClass()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void anApprovedSampleLoadsAsTheEventThatItWas(Record event) throws IOException {
        assertThat(StoredForm.read(event.getClass())).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("eventTypes")
    void everyEventHasARevisionAndASample(Class<?> event) {
        assertThat(event).hasAnnotation(Revision.class);
        assertThat(StoredForm.fileOf(event)).exists();
        assertThat(samples()).hasAtLeastOneElementOfType(event);
    }

    @Test
    void everySampleBelongsToAnEvent() throws IOException {
        try (Stream<Path> files = Files.list(StoredForm.fileOf(Record.class).resolveSibling("."))) {
            assertThat(files.map(file -> file.getFileName().toString().replaceFirst("\\.v\\d+\\.json$", "")))
                    .containsAll(eventTypes().map(Class::getSimpleName).toList())
                    .allSatisfy(name ->
                            assertThat(eventTypes().map(Class::getSimpleName)).contains(name));
        }
    }
}
