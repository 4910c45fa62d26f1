package dev.flashsale.query.redis;

import dev.flashsale.platform.resilience.Guard;
import dev.flashsale.platform.resilience.Guards;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The reading side: stops asking a Redis that does not answer, and never takes an emptied Redis for the truth. */
@Component
public class RedisReads {
    private static final Duration SLOW = Duration.ofMillis(500);

    private final ReadModelState state;
    private final Guard guard;

    RedisReads(ReadModelState state, Guards guards) {
        this.state = state;
        this.guard = guards.here("redis-reads", SLOW);
    }

    /**
     * Reads one thing.
     *
     * @throws ReadModelUnavailableException Redis does not answer, or the projection is not complete
     */
    public <T> Optional<T> find(String projection, Supplier<Optional<T>> reading) {
        return read(projection, reading, Optional::isEmpty);
    }

    /**
     * Reads a list.
     *
     * @throws ReadModelUnavailableException Redis does not answer, or the projection is not complete
     */
    public <T> List<T> list(String projection, Supplier<List<T>> reading) {
        return read(projection, reading, List::isEmpty);
    }

    /** Whether reads are let through to Redis: CLOSED, OPEN or HALF_OPEN. */
    public String breakerState() {
        return guard.state();
    }

    private <T> T read(String projection, Supplier<T> reading, Predicate<T> isMiss) {
        ReadModelState.Condition condition = state.condition(projection);
        if (condition == ReadModelState.Condition.REBUILDING || condition == ReadModelState.Condition.LOST) {
            throw new ReadModelUnavailableException(projection + " is being rebuilt", null);
        }
        T found;
        boolean trusted;
        try {
            found = guard.call(reading);
            trusted = !isMiss.test(found) || guard.call(() -> state.holdsContent(projection));
        } catch (RuntimeException e) {
            throw new ReadModelUnavailableException("Redis does not answer", e);
        }
        if (!trusted) {
            throw new ReadModelUnavailableException(projection + " is missing in Redis", null);
        }
        return found;
    }
}
