package dev.flashsale.bench.bots;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long one person takes. All times are drawn, none is measured on people: what matters is that they differ, and that no
 * person is as fast as a machine.
 *
 * @param arrivesMs milliseconds from the opening to their look at the page; negative before it
 * @param readMs from the page to the button that begins the challenge
 * @param answerMs what their device and they need for it
 * @param decideMs from the moment that they could buy until they press; for those who wait for the opening, their reaction
 * @param prefix which network they are in; some share one
 */
record Person(long arrivesMs, long readMs, long answerMs, long decideMs, int prefix) {
    /** Networks by people: with as many as people, six in ten share theirs with somebody. */
    private static final double PREFIXES_PER_PERSON = 1.0;

    private static final double EARLY_SHARE = 0.6;
    private static final double EARLY_LATEST = 0.35;
    private static final double LATE_MEAN_MS = 4_000;
    private static final double LATEST_MS = 15_000;

    /** Six in ten are there before the opening, evenly; the others come after it, ever fewer. */
    static Person any(RandomGenerator random, Contest contest) {
        boolean early = random.nextDouble() < EARLY_SHARE;
        long arrives = early
                ? -(long) (contest.before().toMillis() * random.nextDouble(EARLY_LATEST, 1))
                : (long) Math.min(LATEST_MS, LATE_MEAN_MS * random.nextExponential());
        return new Person(
                arrives,
                around(random, Duration.ofMillis(2_500), 0.5),
                around(random, Duration.ofMillis(800), 0.4),
                early ? around(random, Duration.ofMillis(450), 0.6) : around(random, Duration.ofMillis(900), 0.5),
                random.nextInt(Math.max(1, (int) (contest.honest() * PREFIXES_PER_PERSON))));
    }

    // a lognormal: many are a little quicker than the middle one, a few much slower
    private static long around(RandomGenerator random, Duration median, double sigma) {
        return (long) (median.toMillis() * Math.exp(sigma * random.nextGaussian()));
    }
}
