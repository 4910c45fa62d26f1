package dev.flashsale.platform.resilience;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.bulkhead.ThreadPoolBulkhead;
import io.github.resilience4j.bulkhead.ThreadPoolBulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.stereotype.Component;

/** Tells of every guard whether calls are made. A node whose guards are open still serves what it can, so it stays ready. */
@Component
@Endpoint(id = "resilience")
class ResilienceEndpoint {
    /**
     * One guard.
     *
     * @param state CLOSED (calls are made), OPEN (none is) or HALF_OPEN (a few try)
     * @param calls that the window holds
     * @param failed of these
     * @param failurePercent null while there are too few calls to say
     * @param notMade calls that were not made because of the state, since the start
     * @param free how many more calls may be under way
     * @param queued calls that wait for a thread; null where they are made in the caller's
     * @param timeoutMs longest wait for an answer; null where the client has its own
     */
    record State(
            String state,
            int calls,
            int failed,
            @Nullable Float failurePercent,
            long notMade,
            @Nullable Integer free,
            @Nullable Integer queued,
            @Nullable Long timeoutMs) {}

    private final CircuitBreakerRegistry breakers;
    private final BulkheadRegistry bulkheads;
    private final ThreadPoolBulkheadRegistry pools;
    private final TimeLimiterRegistry limiters;

    ResilienceEndpoint(
            CircuitBreakerRegistry breakers,
            BulkheadRegistry bulkheads,
            ThreadPoolBulkheadRegistry pools,
            TimeLimiterRegistry limiters) {
        this.breakers = breakers;
        this.bulkheads = bulkheads;
        this.pools = pools;
        this.limiters = limiters;
    }

    @ReadOperation
    Map<String, State> guards() {
        Map<String, State> states = new TreeMap<>();
        for (CircuitBreaker breaker : breakers.getAllCircuitBreakers()) {
            states.put(breaker.getName(), stateOf(breaker));
        }
        return states;
    }

    private State stateOf(CircuitBreaker breaker) {
        String name = breaker.getName();
        CircuitBreaker.Metrics metrics = breaker.getMetrics();
        return new State(
                breaker.getState().name(),
                metrics.getNumberOfBufferedCalls(),
                metrics.getNumberOfFailedCalls(),
                metrics.getFailureRate() < 0 ? null : metrics.getFailureRate(),
                metrics.getNumberOfNotPermittedCalls(),
                bulkheads
                        .find(name)
                        .map(Bulkhead::getMetrics)
                        .map(Bulkhead.Metrics::getAvailableConcurrentCalls)
                        .orElse(null),
                pools.find(name)
                        .map(ThreadPoolBulkhead::getMetrics)
                        .map(ThreadPoolBulkhead.Metrics::getQueueDepth)
                        .orElse(null),
                limiters.find(name)
                        .map(limiter -> limiter.getTimeLimiterConfig()
                                .getTimeoutDuration()
                                .toMillis())
                        .orElse(null));
    }
}
