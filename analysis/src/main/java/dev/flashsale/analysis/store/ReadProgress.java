package dev.flashsale.analysis.store;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Says how far a long read has come: the first line after two seconds, then one every two seconds. */
final class ReadProgress {
    private static final long EVERY = Duration.ofSeconds(2).toNanos();
    /** Asking for the time with each event would cost more than the event. */
    private static final int LOOK_EVERY = 1_024;

    private final Span span;
    private final PrintWriter err;
    private final LongSupplier nanos;
    private final long begun;
    private long nextLine;
    private long events;

    ReadProgress(Span span, PrintWriter err, LongSupplier nanos) {
        this.span = span;
        this.err = err;
        this.nanos = nanos;
        this.begun = nanos.getAsLong();
        this.nextLine = begun + EVERY;
    }

    void at(long index) {
        events++;
        if (events % LOOK_EVERY == 0) {
            long now = nanos.getAsLong();
            if (now >= nextLine) {
                nextLine = now + EVERY;
                line(index, now - begun);
            }
        }
    }

    private void line(long index, long elapsedNanos) {
        double seconds = elapsedNanos / 1e9;
        double share = (index - span.first() + 1) / (double) (span.last() - span.first() + 1);
        err.printf(
                Locale.ROOT,
                "reading  index %,d of %,d · %.0f %% · %,.0f events/s · ETA %.0f s%n",
                index,
                span.last(),
                share * 100,
                events / seconds,
                seconds / share - seconds);
        err.flush();
    }
}
