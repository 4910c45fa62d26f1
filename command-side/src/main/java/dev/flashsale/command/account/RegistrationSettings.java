package dev.flashsale.command.account;

import dev.flashsale.kernel.admission.Rate;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many accounts may be made, all nodes together.
 *
 * @param perNetwork from one network (/24, /64)
 * @param overall from everywhere
 * @param unlimitedFrom networks (CIDR) that {@code perNetwork} does not limit. This machine by default, for tests and
 *     demonstrations: to be emptied where a proxy on this machine is no trusted one
 */
@ConfigurationProperties("flashsale.accounts.registration")
record RegistrationSettings(
        @DefaultValue Network perNetwork,
        @DefaultValue Overall overall,
        @DefaultValue({"127.0.0.0/8", "::1/128"}) List<String> unlimitedFrom) {
    /** Generous to a school or an office, which is one network. */
    record Network(
            @DefaultValue("200") int capacity,
            @DefaultValue("60") int refillTokens,
            @DefaultValue("1m") Duration refillPeriod) {
        Rate rate() {
            return new Rate(capacity, refillTokens, refillPeriod.toMillis());
        }
    }

    /** More than any node can hash. */
    record Overall(
            @DefaultValue("100000") int capacity,
            @DefaultValue("1000") int refillTokens,
            @DefaultValue("1s") Duration refillPeriod) {
        Rate rate() {
            return new Rate(capacity, refillTokens, refillPeriod.toMillis());
        }
    }
}
