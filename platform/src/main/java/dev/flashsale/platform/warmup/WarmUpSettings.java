package dev.flashsale.platform.warmup;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a node warms up.
 *
 * @param enabled false makes the node ready as soon as it is started
 * @param maxSeconds after this long the node is ready even if its latency still falls
 * @param maxSecondsMore for how long at most a node that is ready goes on, with longer rounds, as long as its latency falls and no
 *     sale is open or about to open; 0 for not at all
 * @param threads how many requests are on their way at once
 * @param requestsPerRound requests of each kind between two looks at the latency
 * @param beforeOpening how long before a sale opens the node warms up again, if it is idle then
 * @param maxSecondsBeforeOpening how long that may take
 */
@ConfigurationProperties("flashsale.warmup")
record WarmUpSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("3") int maxSeconds,
        @DefaultValue("30") int maxSecondsMore,
        @DefaultValue("4") int threads,
        @DefaultValue("100") int requestsPerRound,
        @DefaultValue("30s") Duration beforeOpening,
        @DefaultValue("2") int maxSecondsBeforeOpening) {}
