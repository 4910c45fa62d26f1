package dev.flashsale.platform.resilience;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.bulkhead.ThreadPoolBulkheadConfig;
import io.github.resilience4j.bulkhead.ThreadPoolBulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Makes guards: a circuit breaker, a bulkhead and a time limit per name, kept in the registries that metrics and the endpoint
 * read. Whoever uses one says what holds when no call is made.
 */
@Component
public class Guards {
    private static final Logger LOG = LoggerFactory.getLogger(Guards.class);
    private static final int TRIALS = 3;
    private static final int SLOW_PERCENT = 80;
    private static final Duration WAIT_FOR_A_TURN = Duration.ofMillis(500);

    private final CircuitBreakerRegistry breakers;
    private final BulkheadRegistry bulkheads;
    private final ThreadPoolBulkheadRegistry pools;
    private final TimeLimiterRegistry limiters;
    private final ResilienceSettings settings;

    @Autowired
    Guards(
            CircuitBreakerRegistry breakers,
            BulkheadRegistry bulkheads,
            ThreadPoolBulkheadRegistry pools,
            TimeLimiterRegistry limiters,
            ResilienceSettings settings) {
        this.breakers = breakers;
        this.bulkheads = bulkheads;
        this.pools = pools;
        this.limiters = limiters;
        this.settings = settings;
    }

    /** Guards with the usual settings that nobody watches. */
    public static Guards unwatched() {
        return new Guards(
                CircuitBreakerRegistry.ofDefaults(),
                BulkheadRegistry.ofDefaults(),
                ThreadPoolBulkheadRegistry.ofDefaults(),
                TimeLimiterRegistry.ofDefaults(),
                ResilienceSettings.usual());
    }

    /**
     * For calls that end by themselves, as those of a client with timeouts do.
     *
     * @param slowFrom calls that take this long count like failed ones where most do
     */
    public Guard here(String name, Duration slowFrom) {
        return new Guard(breaker(name, slowFrom), bulkhead(name));
    }

    /** For commands to other nodes. */
    public TimedGuard forCommands(String name) {
        return timed(name, settings.commandTimeout());
    }

    /** For blocking calls that may never end. */
    public PooledGuard apart(String name) {
        ThreadPoolBulkheadConfig pool = ThreadPoolBulkheadConfig.custom()
                .coreThreadPoolSize(settings.atOnce())
                .maxThreadPoolSize(settings.atOnce())
                .queueCapacity(settings.waiting())
                .build();
        return new PooledGuard(timed(name, settings.timeout()), pools.bulkhead(name, pool));
    }

    private TimedGuard timed(String name, Duration timeout) {
        TimeLimiter limiter = limiters.timeLimiter(
                name,
                TimeLimiterConfig.custom()
                        .timeoutDuration(timeout)
                        .cancelRunningFuture(true)
                        .build());
        return new TimedGuard(breaker(name, timeout), bulkhead(name), limiter);
    }

    private Bulkhead bulkhead(String name) {
        return bulkheads.bulkhead(
                name,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(settings.atOnce() + settings.waiting())
                        .maxWaitDuration(WAIT_FOR_A_TURN)
                        .build());
    }

    private CircuitBreaker breaker(String name, Duration slowFrom) {
        CircuitBreaker breaker = breakers.circuitBreaker(
                name,
                CircuitBreakerConfig.custom()
                        .slidingWindow(
                                (int) settings.window().toSeconds(), settings.calls(), SlidingWindowType.TIME_BASED)
                        .failureRateThreshold(settings.failurePercent())
                        .slowCallDurationThreshold(slowFrom)
                        .slowCallRateThreshold(SLOW_PERCENT)
                        .waitDurationInOpenState(settings.pause())
                        .permittedNumberOfCallsInHalfOpenState(TRIALS)
                        .build());
        breaker.getEventPublisher()
                .onStateTransition(change -> LOG.warn(
                        "Calls to {}: {} -> {}",
                        change.getCircuitBreakerName(),
                        change.getStateTransition().getFromState(),
                        change.getStateTransition().getToState()));
        return breaker;
    }
}
