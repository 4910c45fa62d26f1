package dev.flashsale.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class AxonServerProfileTest {
    @Test
    void withoutTheProfileNothingReachesForAServer() {
        assertThat(settings(Map.of()).getProperty("axon.axonserver.enabled")).isEqualTo("false");
    }

    @Test
    void withTheProfileTheServerRoutesAndPostgresqlStores() {
        Environment settings = settings(Map.of("spring.profiles.active", "axon-server"));
        assertThat(settings.getProperty("axon.axonserver.enabled")).isEqualTo("true");
        assertThat(settings.getProperty("flashsale.event-store")).isEqualTo("postgresql");
        assertThat(settings.getProperty("axon.axonserver.event-store.enabled")).isEqualTo("false");
    }

    @Test
    void onePropertyMovesTheEventsIntoTheServer() {
        Environment settings =
                settings(Map.of("spring.profiles.active", "axon-server", "flashsale.event-store", "axon-server"));
        assertThat(settings.getProperty("axon.axonserver.event-store.enabled")).isEqualTo("true");
    }

    @Test
    void aMisspeltStoreEndsTheStart() {
        Environment settings =
                settings(Map.of("spring.profiles.active", "axon-server", "flashsale.event-store", "redis"));
        assertThatThrownBy(() -> settings.getProperty("axon.axonserver.event-store.enabled"))
                .hasMessageContaining("flashsale.event-store-in-axon-server.redis");
    }

    private static Environment settings(Map<String, Object> given) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("given", given));
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "service",
                        Map.of("spring.application.name", "probe", "spring.config.import", "classpath:platform.yml")));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return environment;
    }
}
