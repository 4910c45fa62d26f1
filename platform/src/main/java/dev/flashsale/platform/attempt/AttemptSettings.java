package dev.flashsale.platform.attempt;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How attempts are kept.
 *
 * @param enabled false keeps none; what they cost is measured like this
 * @param capacity how many may wait to be written; what comes on top is counted and dropped
 * @param writeEvery how often they are written, which is also how much a crash can lose
 * @param retentionDays how long they are kept
 */
@ConfigurationProperties("flashsale.attempts")
record AttemptSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("65536") int capacity,
        @DefaultValue("100ms") Duration writeEvery,
        @DefaultValue("30") int retentionDays) {
    AttemptSettings {
        if (capacity < 1 || retentionDays < 1 || writeEvery.toMillis() < 1) {
            throw new IllegalArgumentException(
                    "flashsale.attempts: capacity, write-every and retention-days are positive");
        }
    }
}
