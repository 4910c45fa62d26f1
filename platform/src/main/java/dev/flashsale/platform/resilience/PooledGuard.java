package dev.flashsale.platform.resilience;

import io.github.resilience4j.bulkhead.ThreadPoolBulkhead;
import java.util.function.Supplier;

/** Guards blocking calls by threads of their own: one that never returns costs one of these, and nobody else's. */
public final class PooledGuard {
    private final TimedGuard timed;
    private final ThreadPoolBulkhead pool;

    PooledGuard(TimedGuard timed, ThreadPoolBulkhead pool) {
        this.timed = timed;
        this.pool = pool;
    }

    /**
     * Calls and waits, and throws what the call throws.
     *
     * @throws NotCalledException too many calls failed lately, or too many are under way
     * @throws NoAnswerException the call was made and took too long
     */
    public <T> T call(Supplier<T> work) {
        return timed.call(() -> pool.executeSupplier(work).toCompletableFuture());
    }

    /** Whether calls are made: CLOSED, OPEN or HALF_OPEN. */
    public String state() {
        return timed.state();
    }
}
