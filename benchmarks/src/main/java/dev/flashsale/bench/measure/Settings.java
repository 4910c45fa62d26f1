package dev.flashsale.bench.measure;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How much is measured.
 *
 * @param rounds how often each figure is taken
 * @param seconds how long each load lasts that is not limited by units
 * @param units on sale in each drain
 * @param shoppers who come to each drain
 * @param warmUpSeconds how long each system is exercised before it is measured warm
 * @param work where the systems keep their data meanwhile
 */
public record Settings(int rounds, int seconds, int units, int shoppers, int warmUpSeconds, Path work) {
    Duration duration() {
        return Duration.ofSeconds(seconds);
    }
}
