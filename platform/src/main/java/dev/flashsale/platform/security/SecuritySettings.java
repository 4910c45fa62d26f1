package dev.flashsale.platform.security;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the services must agree on, and refuse to start without.
 *
 * @param jwtSecret signs and checks tokens; at least 32 bytes of UTF-8 text, from a random source, the same in every service
 * @param issuer the {@code iss} that tokens carry and must carry
 * @param audience the {@code aud} that tokens carry and must carry
 * @param tokenLifetime how long a login lasts
 * @param metricsFrom networks (CIDR) that may read /actuator/prometheus without a token
 */
@ConfigurationProperties("flashsale.security")
record SecuritySettings(
        @Nullable String jwtSecret,
        @DefaultValue("flash-sale") String issuer,
        @DefaultValue("flash-sale") String audience,
        @DefaultValue("12h") Duration tokenLifetime,
        @DefaultValue({"127.0.0.0/8", "::1/128"}) List<String> metricsFrom) {
    private static final int FEWEST_BYTES = 32;

    SecuritySettings {
        // HS256 is as strong as its key: a guessable one lets anybody be anybody
        if (jwtSecret == null || jwtSecret.getBytes(StandardCharsets.UTF_8).length < FEWEST_BYTES) {
            throw new IllegalArgumentException(
                    "flashsale.security.jwt-secret must be set to at least 32 bytes (256 bit) of random text");
        }
        metricsFrom = List.copyOf(metricsFrom);
    }

    SecretKey key() {
        if (jwtSecret == null) {
            throw new IllegalStateException("the constructor refuses a missing secret");
        }
        return new SecretKeySpec(jwtSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /** Without the secret, since settings end up in logs. */
    @Override
    public String toString() {
        return "SecuritySettings[issuer=" + issuer + ", audience=" + audience + ", tokenLifetime=" + tokenLifetime
                + ", metricsFrom=" + metricsFrom + "]";
    }
}
