package dev.flashsale.command.admission.redis;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
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

    private final UnifiedJedis redis;
    private final CircuitBreaker breaker = CircuitBreaker.of(
            "gate-redis",
            CircuitBreakerConfig.custom()
                    .slidingWindow(20, 5, SlidingWindowType.COUNT_BASED)
                    .failureRateThreshold(50)
                    .slowCallDurationThreshold(Duration.ofMillis(500))
                    .slowCallRateThreshold(80)
                    .waitDurationInOpenState(Duration.ofSeconds(2))
                    .permittedNumberOfCallsInHalfOpenState(3)
                    .build());

    GateRedis(UnifiedJedis redis) {
        this.redis = redis;
        breaker.getEventPublisher()
                .onStateTransition(change -> LOG.warn(
                        "Redis, as the gate sees it: {} -> {}",
                        change.getStateTransition().getFromState(),
                        change.getStateTransition().getToState()));
    }

    /**
     * Asks one question.
     *
     * @param otherwise the answer when Redis does not give one
     */
    public <T> T ask(Function<UnifiedJedis, T> question, Supplier<T> otherwise) {
        try {
            return breaker.executeSupplier(() -> question.apply(redis));
        } catch (RuntimeException e) {
            LOG.debug("Redis did not answer the gate", e);
            return otherwise.get();
        }
    }

    /** Whether Redis is asked at all: CLOSED, OPEN or HALF_OPEN. */
    public String breakerState() {
        return breaker.getState().name();
    }
}
