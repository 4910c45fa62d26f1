package dev.flashsale.bench.load;

/**
 * When requests go out.
 *
 * @param perSecond arrivals per second, whatever the answers do (open model); 0 for "as soon as a connection is free"
 */
public record Pace(double perSecond) {
    /** Closed model: every connection sends its next request when it has its answer. */
    public static final Pace AT_ONCE = new Pace(0);

    boolean isOpen() {
        return perSecond > 0;
    }

    /** When the n-th request should go out, in nanoseconds after the start. */
    long dueNanos(int n) {
        return (long) (n * 1e9 / perSecond);
    }
}
