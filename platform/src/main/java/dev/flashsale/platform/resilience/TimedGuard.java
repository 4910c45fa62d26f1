package dev.flashsale.platform.resilience;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.timelimiter.TimeLimiter;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Guards calls that are carried out elsewhere and may never end: whoever calls waits for a while and no longer. */
public final class TimedGuard {
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;
    private final TimeLimiter limiter;

    TimedGuard(CircuitBreaker breaker, Bulkhead bulkhead, TimeLimiter limiter) {
        this.breaker = breaker;
        this.bulkhead = bulkhead;
        this.limiter = limiter;
    }

    /**
     * Calls and waits, and throws what the call throws.
     *
     * @throws NotCalledException too many calls failed lately, or too many are under way
     * @throws NoAnswerException the call was made and took too long
     */
    public <T> T call(Supplier<? extends Future<T>> work) {
        try {
            return bulkhead.executeCallable(
                    () -> breaker.executeCallable(() -> limiter.executeFutureSupplier(work::get)));
        } catch (CallNotPermittedException | BulkheadFullException e) {
            throw new NotCalledException(breaker.getName(), e);
        } catch (TimeoutException e) {
            throw new NoAnswerException(breaker.getName(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswerException(breaker.getName(), e);
        } catch (Exception e) {
            throw unwrapped(e);
        }
    }

    private static RuntimeException unwrapped(Exception failure) {
        Throwable cause = failure;
        while ((cause instanceof ExecutionException || cause instanceof CompletionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }

    /** Whether calls are made: CLOSED, OPEN or HALF_OPEN. */
    public String state() {
        return breaker.getState().name();
    }
}
