package dev.flashsale.analysis.verify;

/** How fast the events were read and checked; said in the text only, because a report is the same whoever makes it. */
final class Speed {
    private final long startedAt = System.nanoTime();
    private long nanos = 1;

    void allRead() {
        nanos = Math.max(1, System.nanoTime() - startedAt);
    }

    double seconds() {
        return nanos / 1e9;
    }

    long eventsPerSecond(long events) {
        return (long) (events / seconds());
    }
}
