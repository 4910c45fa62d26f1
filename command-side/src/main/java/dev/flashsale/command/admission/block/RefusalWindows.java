package dev.flashsale.command.admission.block;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.flashsale.kernel.admission.BlockingPolicy;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Counts refusals on this node: a window begins with somebody's first refusal. Nodes count apart, since a flood that is
 * refused without asking Redis must not be counted there either; whoever spreads over several nodes is blocked by that many
 * times the refusals at the latest.
 */
@Component
class RefusalWindows {
    private static final int MOST_WINDOWS = 100_000;

    private record Window(Instant begin, int refusals) {}

    private final Cache<String, Window> windows = Caffeine.newBuilder()
            .maximumSize(MOST_WINDOWS)
            .expireAfterWrite(Duration.ofDays(1))
            .build();

    /** Counts one refusal; true for the one that makes up the number. The count then begins anew. */
    boolean isFull(String counted, BlockingPolicy policy, Instant at) {
        Window now = windows.asMap()
                .compute(
                        counted,
                        (key, had) -> had == null
                                        || had.refusals() >= policy.refusals()
                                        || !at.isBefore(had.begin().plusMillis(policy.windowMs()))
                                ? new Window(at, 1)
                                : new Window(had.begin(), had.refusals() + 1));
        return now.refusals() == policy.refusals();
    }
}
