package dev.flashsale.command.admission.redis;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Redis is, by the names that Spring Boot gives these settings.
 *
 * @param timeout longest wait for a connection or an answer
 */
@ConfigurationProperties("spring.data.redis")
record GateRedisSettings(
        @DefaultValue("localhost") String host,
        @DefaultValue("6379") int port,
        @Nullable String username,
        @Nullable String password,
        @DefaultValue("0") int database,
        @DefaultValue Ssl ssl,
        @DefaultValue("500ms") Duration timeout) {
    record Ssl(@DefaultValue("false") boolean enabled) {}
}
