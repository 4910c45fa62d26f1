package dev.flashsale.command.admission.limit;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Time that stands still until a test moves it. */
final class Stopwatch implements TimeMeter {
    private final AtomicLong nanos = new AtomicLong(1_000_000_000_000L);

    void advance(Duration step) {
        nanos.addAndGet(step.toNanos());
    }

    @Override
    public long currentTimeNanos() {
        return nanos.get();
    }

    @Override
    public boolean isWallClockBased() {
        return false;
    }
}
