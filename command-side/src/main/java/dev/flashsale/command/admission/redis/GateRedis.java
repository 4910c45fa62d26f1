package dev.flashsale.command.admission.redis;

import dev.flashsale.platform.resilience.Guard;
import dev.flashsale.platform.resilience.Guards;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import redis.clients.jedis.UnifiedJedis;

/**
 * Asks Redis what all nodes of the gate have to agree on. Whoever asks says what holds when Redis does not answer: nobody
 * waits for a Redis that is known to be away.
 */
@Component
public class GateRedis {
    private static final Logger LOG = LoggerFactory.getLogger(GateRedis.class);

    private static final Duration SLOW = Duration.ofMillis(500);

    private final UnifiedJedis redis;
    private final Guard guard;

    GateRedis(UnifiedJedis redis, Guards guards) {
        this.redis = redis;
        this.guard = guards.here("gate-redis", SLOW);
    }

    /**
     * Asks one question.
     *
     * @param otherwise the answer when Redis does not give one
     */
    public <T> T ask(Function<UnifiedJedis, T> question, Supplier<T> otherwise) {
        try {
            return guard.call(() -> question.apply(redis));
        } catch (RuntimeException e) {
            LOG.debug("Redis did not answer the gate", e);
            return otherwise.get();
        }
    }

    /** Whether Redis is asked at all: CLOSED, OPEN or HALF_OPEN. */
    public String breakerState() {
        return guard.state();
    }
}
