package dev.flashsale.bench.load;

/** Hears of every answer, on the generator's thread. */
@FunctionalInterface
public interface Listener {
    /** Hears nothing. */
    Listener NONE = (request, status, nanoTime) -> {};

    /** The n-th request was answered with this status, 0 for a lost connection, at this {@link System#nanoTime()}. */
    void answered(int request, int status, long nanoTime);
}
