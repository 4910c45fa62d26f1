package dev.flashsale.platform.resilience;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.function.Supplier;

/** Guards calls that end by themselves, in the thread of whoever calls. */
public final class Guard {
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;

    Guard(CircuitBreaker breaker, Bulkhead bulkhead) {
        this.breaker = breaker;
        this.bulkhead = bulkhead;
    }

    /**
     * Calls, and throws what the call throws.
     *
     * @throws NotCalledException too many calls failed lately, or too many are under way
     */
    public <T> T call(Supplier<T> work) {
        try {
            return bulkhead.executeSupplier(() -> breaker.executeSupplier(work));
        } catch (CallNotPermittedException | BulkheadFullException e) {
            throw new NotCalledException(breaker.getName(), e);
        }
    }

    /** Whether calls are made: CLOSED, OPEN or HALF_OPEN. */
    public String state() {
        return breaker.getState().name();
    }
}
