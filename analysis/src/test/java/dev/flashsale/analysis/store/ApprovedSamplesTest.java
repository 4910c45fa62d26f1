package dev.flashsale.analysis.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.flashsale.analysis.ledger.Unreadable;
import dev.flashsale.kernel.upcast.Upcasts;
import dev.flashsale.platform.axon.Serialization;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The approved samples of all events are what the services write and what the analysis reads. */
class ApprovedSamplesTest {
    private static final Path SAMPLES = Path.of("../shared-kernel/src/test/resources/samples");
    private static final ObjectMapper SERVICES = Serialization.storedJson();

    static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSampleIsReadHereAndWrittenTheSameByTheServices(Path sample) throws IOException {
        // given
        String approved = Files.readString(sample);

        // when
        Object event =
                new EventLoader().load(typeOf(sample), revisionOf(sample), approved.getBytes(StandardCharsets.UTF_8));

        // then
        assertThat(event).isNotInstanceOf(Unreadable.class);
        if (revisionOf(sample).equals(Upcasts.revisionOf(event.getClass()))) {
            assertWrittenTheSame(event, approved);
        }
    }

    private static void assertWrittenTheSame(Object event, String approved) throws IOException {
        assertThat(SERVICES.writerWithDefaultPrettyPrinter().writeValueAsString(event) + "\n")
                .isEqualTo(approved);
        assertThat(SERVICES.readValue(approved, event.getClass())).isEqualTo(event);
    }

    @Test
    void thereIsASampleOfEveryEvent() throws IOException {
        assertThat(samples().stream().map(ApprovedSamplesTest::typeOf).distinct())
                .containsExactlyInAnyOrderElementsOf(new EventLoader().types());
    }

    private static String revisionOf(Path sample) {
        return sample.getFileName().toString().replaceFirst(".*\\.v(\\d+)\\.json", "$1");
    }

    private static String typeOf(Path sample) {
        String name = sample.getFileName().toString().replaceFirst("\\..*", "");
        return new EventLoader()
                .types().stream()
                        .filter(type -> type.endsWith("." + name))
                        .findFirst()
                        .orElse(name);
    }
}
