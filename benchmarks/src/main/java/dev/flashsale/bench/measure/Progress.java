package dev.flashsale.bench.measure;

import java.io.PrintWriter;
import java.util.Locale;

/** Says what goes on, and about how long it still takes. */
public final class Progress {
    private final PrintWriter out;
    private final long beganNanos = System.nanoTime();
    private final double expectedSeconds;
    private double doneSeconds;

    /**
     * Says it there.
     *
     * @param expectedSeconds how long everything should take
     */
    public Progress(PrintWriter out, double expectedSeconds) {
        this.out = out;
        this.expectedSeconds = expectedSeconds;
    }

    /** One line. */
    public void say(String format, Object... values) {
        double elapsed = (System.nanoTime() - beganNanos) / 1e9;
        // once something is done, what is left is judged by how long the part that is done took
        double slowness = doneSeconds < 1 ? 1 : Math.max(1, elapsed / doneSeconds);
        double left = Math.max(0, (expectedSeconds - doneSeconds) * slowness);
        out.printf(
                Locale.ROOT,
                "%s  %s · at most about %s left%n",
                clock(elapsed),
                String.format(Locale.ROOT, format, values),
                clock(left));
        out.flush();
    }

    /** So much of what was expected is done. */
    public void done(double expected) {
        doneSeconds += expected;
    }

    private static String clock(double seconds) {
        return String.format(Locale.ROOT, "%02d:%02d", (int) seconds / 60, (int) seconds % 60);
    }
}
