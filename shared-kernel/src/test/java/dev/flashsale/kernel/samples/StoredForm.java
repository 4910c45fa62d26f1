package dev.flashsale.kernel.samples;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.flashsale.kernel.upcast.Upcast;
import dev.flashsale.kernel.upcast.Upcasts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.axonframework.serialization.Revision;

/** How events are stored, with the settings that the services' serializer has. */
final class StoredForm {
    /** Set to true to write samples that are missing; those that differ are never overwritten. */
    static final String APPROVE_NEW = "samples.approve-new";

    static final Path DIRECTORY = Path.of("src/test/resources/samples");

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private StoredForm() {}

    static Path fileOf(Class<?> event) {
        return DIRECTORY.resolve(event.getSimpleName() + ".v" + revisionOf(event) + ".json");
    }

    static String revisionOf(Class<?> event) {
        Revision revision = event.getAnnotation(Revision.class);
        return revision == null ? "" : revision.value();
    }

    static String write(Record event) throws IOException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(event) + "\n";
    }

    static Object read(Class<?> event) throws IOException {
        return JSON.readValue(approved(event), event);
    }

    /** Strict: a field that the steps forgot is an error here. */
    static Object readUpcast(String json, List<Upcast> path, Class<?> event) throws IOException {
        Map<String, Object> stored = JSON.readValue(json, new TypeReference<>() {});
        return JSON.rebuild()
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .build()
                .convertValue(Upcasts.apply(path, stored), event);
    }

    static String approved(Class<?> event) throws IOException {
        return Files.readString(fileOf(event));
    }

    static void approveIfNew(Record event) throws IOException {
        Path file = fileOf(event.getClass());
        if (Boolean.getBoolean(APPROVE_NEW) && !Files.exists(file)) {
            Files.writeString(file, write(event));
        }
    }
}
