package dev.flashsale.kernel.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is stored today must load for ever: a changed name or form shows here as a changed file. */
class ApprovedSamplesTest {
    private static final Set<String> PERSONAL = Set.of(
            "name",
            "firstname",
            "lastname",
            "username",
            "email",
            "mail",
            "phone",
            "mobile",
            "address",
            "street",
            "city",
            "postcode",
            "birthday",
            "password",
            "secret",
            "token",
            "ip",
            "ipaddress",
            "useragent",
            "card",
            "iban");

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
                    .containsOnlyOnceElementsOf(
                            eventTypes().map(Class::getSimpleName).toList())
                    .allSatisfy(name ->
                            assertThat(eventTypes().map(Class::getSimpleName)).contains(name));
        }
    }

    @ParameterizedTest
    @MethodSource("eventTypes")
    void noEventHoldsPersonalData(Class<?> event) {
        assertThat(fields(event)).noneMatch(ApprovedSamplesTest::isPersonal);
    }

    @Test
    void aPersonalFieldWouldBeNoticed() {
        assertThat(List.of("email", "phoneNumber", "user_name", "clientIp")).allMatch(ApprovedSamplesTest::isPersonal);
        assertThat(List.of("userId", "title", "description", "placed")).noneMatch(ApprovedSamplesTest::isPersonal);
    }

    private static List<String> fields(Class<?> event) {
        return EventFields.of(event).stream().map(EventFields.Field::name).toList();
    }

    private static boolean isPersonal(String field) {
        String whole = field.replace("_", "").toLowerCase(Locale.ROOT);
        return PERSONAL.contains(whole)
                || Arrays.stream(field.split("_|(?=[A-Z])"))
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .anyMatch(PERSONAL::contains);
    }
}
