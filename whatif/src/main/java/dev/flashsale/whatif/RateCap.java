package dev.flashsale.whatif;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A token bucket per user: a second's worth of attempts at once, then as many as time brings. */
final class RateCap {
    private static final double NANOS_PER_SECOND = 1e9;

    private record Level(double tokens, Instant at) {}

    private final Map<String, Level> levels = new HashMap<>();
    private final double perSecond;
    private final double most;

    RateCap(double perSecond) {
        this.perSecond = perSecond;
        this.most = Math.max(1, perSecond);
    }

    /** Takes one token if there is one. */
    boolean admits(String userId, Instant at) {
        Level last = levels.getOrDefault(userId, new Level(most, at));
        // the store's order is not quite that of the clocks of several writers
        double seconds = Math.max(0, Duration.between(last.at(), at).toNanos() / NANOS_PER_SECOND);
        double tokens = Math.min(most, last.tokens() + seconds * perSecond);
        boolean admitted = tokens >= 1;
        Instant seen = at.isAfter(last.at()) ? at : last.at();
        levels.put(userId, new Level(admitted ? tokens - 1 : tokens, seen));
        return admitted;
    }
}
