package dev.flashsale.standalone.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;

/** docker-compose.yml of this repository, as plain maps and lists. */
final class ComposeFile {
    /** Where the modules lie side by side; tests run in their module's directory. */
    static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    private final Map<String, Map<String, Object>> services;
    private final Map<String, Object> volumes;

    @SuppressWarnings("unchecked")
    ComposeFile() {
        try {
            Map<String, Object> root = new Yaml().load(Files.readString(REPOSITORY.resolve("docker-compose.yml")));
            services = (Map<String, Map<String, Object>>) present(root, "services");
            volumes = (Map<String, Object>) present(root, "volumes");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, Map<String, Object>> services() {
        return services;
    }

    Map<String, Object> service(String name) {
        return present(services, name);
    }

    Map<String, Object> volumes() {
        return volumes;
    }

    @SuppressWarnings("unchecked")
    List<String> list(String service, String key) {
        return (List<String>) service(service).getOrDefault(key, List.of());
    }

    @SuppressWarnings("unchecked")
    Map<String, String> environment(String service) {
        return (Map<String, String>) service(service).getOrDefault("environment", Map.of());
    }

    String image(String service) {
        return (String) present(service(service), "image");
    }

    /** Containers' paths by named volume. */
    Map<String, String> namedVolumes(String service) {
        return list(service, "volumes").stream()
                .filter(volume -> !volume.startsWith("."))
                .map(volume -> volume.split(":"))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }

    private static <V> V present(Map<String, V> map, String key) {
        return Objects.requireNonNull(map.get(key), key);
    }
}
