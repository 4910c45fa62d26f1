package dev.flashsale.standalone.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComposeFileTest {
    private static final ComposeFile COMPOSE = new ComposeFile();
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(:[^}]*)?}");

    static Stream<String> services() {
        return COMPOSE.services().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyImageIsPinned(String service) {
        String version = COMPOSE.image(service).replaceFirst("^[^:]*:?", "");
        assertThat(version).matches("[0-9][0-9A-Za-z.-]*");
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyServiceTellsWhetherItIsHealthyAndComesBackWhenItDies(String service) {
        assertThat(COMPOSE.service(service)).containsKey("healthcheck").containsEntry("restart", "unless-stopped");
    }

    @ParameterizedTest
    @MethodSource("services")
    void portsAreForThisMachineOnly(String service) {
        assertThat(COMPOSE.list(service, "ports")).isNotEmpty().allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    @ParameterizedTest
    @MethodSource("services")
    void mountedFilesExistAndNamedVolumesAreDeclared(String service) {
        assertThat(COMPOSE.volumes().keySet())
                .containsAll(COMPOSE.namedVolumes(service).keySet());
        assertThat(COMPOSE.list(service, "volumes"))
                .filteredOn(volume -> volume.startsWith("."))
                .allMatch(volume -> Files.isRegularFile(ComposeFile.REPOSITORY.resolve(volume.split(":")[0])))
                .allMatch(volume -> volume.endsWith(":ro"));
    }

    @Test
    void everythingStoredIsInAVolumeWhereTheImagesKeepIt() {
        assertThat(COMPOSE.namedVolumes("axonserver").values())
                .containsExactlyInAnyOrder("/axonserver/data", "/axonserver/events", "/axonserver/log");
        assertThat(COMPOSE.namedVolumes("postgres").values()).containsExactly("/var/lib/postgresql");
        assertThat(COMPOSE.namedVolumes("redis").values()).containsExactly("/data");
        assertThat(COMPOSE.list("redis", "command")).containsSequence("--appendonly", "yes");
    }

    @Test
    void axonServerIsNewEnoughToSurviveARestartAndMadeForThisFramework() {
        Version version = Version.parse(COMPOSE.image("axonserver").split(":")[1]);
        // earlier 2025 releases may damage their control database on a restart
        assertThat(version).isGreaterThanOrEqualTo(Version.parse("2025.2.1"));
        assertThat(COMPOSE.environment("axonserver"))
                .containsEntry("AXONIQ_AXONSERVER_STANDALONE", "true")
                .containsEntry("AXONIQ_AXONSERVER_ACCESSCONTROL_ENABLED", "true")
                .doesNotContainKey("AXONIQ_AXONSERVER_STANDALONE_DCB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"command-side", "query-side", "saga-orchestrator"})
    void theThreeServicesShareOneSetOfSettings(String service) {
        assertThat(COMPOSE.environment(service))
                .containsEntry("SPRING_PROFILES_ACTIVE", "axon-server")
                .containsAllEntriesOf(COMPOSE.environment("query-side"));
    }

    @Test
    @SuppressWarnings("unchecked")
    void theGatewayAloneIsBelievedAboutWhoAsks() {
        // given
        Map<String, Map<String, String>> networks = (Map<String, Map<String, String>>)
                Objects.requireNonNull(COMPOSE.service("gateway").get("networks"));
        // then
        assertThat(COMPOSE.environment("command-side"))
                .containsEntry(
                        "FLASHSALE_TRUSTED_PROXIES",
                        Objects.requireNonNull(networks.get("default")).get("ipv4_address") + "/32");
    }

    @Test
    void noSecretHasADefaultAndTheExampleNamesEveryOne() throws IOException {
        Map<String, String> example =
                Map.ofEntries(Files.readAllLines(ComposeFile.REPOSITORY.resolve(".env.example")).stream()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> line.split("=", 2))
                        .map(parts -> Map.entry(parts[0], parts[1]))
                        .<Map.Entry<String, String>>toArray(Map.Entry[]::new));
        List<Matcher> variables = VARIABLE.matcher(
                        Files.readString(ComposeFile.REPOSITORY.resolve("docker-compose.yml")))
                .results()
                .map(result -> {
                    Matcher variable = VARIABLE.matcher(result.group());
                    assertThat(variable.matches()).isTrue();
                    return variable;
                })
                .toList();
        assertThat(variables).allSatisfy(variable -> {
            assertThat(example).containsKey(variable.group(1));
            if (!variable.group(1).equals("EVENT_STORE")) {
                assertThat(variable.group(2)).startsWith(":?");
                assertThat(example.get(variable.group(1))).isEmpty();
            }
        });
        assertThat(variables.stream().map(variable -> variable.group(1))).containsAll(example.keySet());
    }
}
