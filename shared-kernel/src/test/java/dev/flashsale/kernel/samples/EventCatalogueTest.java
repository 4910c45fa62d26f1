package dev.flashsale.kernel.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogue names every event, every field and the revision, and nothing that does not exist. */
class EventCatalogueTest {
    private static final Path CATALOGUE = Path.of("../docs/events.md");
    private static final Pattern HEADING = Pattern.compile("(?m)^### `(\\w+)`");
    private static final Pattern FIELD = Pattern.compile("(?m)^\\| `(\\w+)` \\|");

    static Stream<Class<?>> described() {
        Set<Class<?>> types = new LinkedHashSet<>(Samples.eventTypes());
        Samples.eventTypes().forEach(event -> EventFields.of(event).forEach(field -> types.add(field.owner())));
        return types.stream();
    }

    @ParameterizedTest
    @MethodSource("described")
    void everyFieldIsExplainedAndNoOther(Class<?> type) throws IOException {
        // given
        List<String> fields = EventFields.of(type).stream()
                .filter(field -> field.owner() == type)
                .map(EventFields.Field::name)
                .toList();

        // when
        List<String> explained = matches(FIELD, section(type));

        // then
        assertThat(explained).containsExactlyElementsOf(fields);
    }

    @ParameterizedTest
    @MethodSource("dev.flashsale.kernel.samples.ApprovedSamplesTest#eventTypes")
    void everyEventSaysItsRevisionItsProducerAndItsConsumers(Class<?> event) throws IOException {
        assertThat(section(event))
                .contains("Revision " + StoredForm.revisionOf(event) + ".", "Producer:", "Consumers:");
    }

    @Test
    void nothingIsDescribedThatDoesNotExist() throws IOException {
        assertThat(matches(HEADING, Files.readString(CATALOGUE)))
                .containsExactlyInAnyOrderElementsOf(
                        described().map(Class::getSimpleName).toList());
    }

    private static String section(Class<?> type) throws IOException {
        String text = Files.readString(CATALOGUE);
        int start = text.indexOf("### `" + type.getSimpleName() + "`");
        assertThat(start).as("section of " + type.getSimpleName()).isNotNegative();
        int end = text.indexOf("\n### ", start + 1);
        return end < 0 ? text.substring(start) : text.substring(start, end);
    }

    private static List<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }
}
