package dev.flashsale.platform.resilience;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How calls to others are guarded.
 *
 * @param calls so many calls within the window say something; fewer never stop anybody from calling
 * @param window how far back calls count
 * @param failurePercent from this share of failed calls on, nobody calls any more
 * @param pause how long nobody calls, until a few try again
 * @param timeout longest wait for an answer from the payment provider
 * @param commandTimeout longest wait for a command's answer from another node: a command that was sent cannot be taken back,
 *     so giving up early would turn a slow yes into an unknown outcome
 * @param atOnce calls at the same time
 * @param waiting calls that wait for their turn; more are not made
 */
@ConfigurationProperties("flashsale.resilience")
record ResilienceSettings(
        @DefaultValue("20") int calls,
        @DefaultValue("10s") Duration window,
        @DefaultValue("50") int failurePercent,
        @DefaultValue("2s") Duration pause,
        @DefaultValue("1s") Duration timeout,
        @DefaultValue("10s") Duration commandTimeout,
        @DefaultValue("30") int atOnce,
        @DefaultValue("100") int waiting) {
    static ResilienceSettings usual() {
        return new ResilienceSettings(
                20,
                Duration.ofSeconds(10),
                50,
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                Duration.ofSeconds(10),
                30,
                100);
    }
}
