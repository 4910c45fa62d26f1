package dev.flashsale.bench.bots;

import java.util.Map;

/** Who got what in one sale. */
public final class Outcome {
    private final Contest contest;
    private final Tally people;
    private final Tally machines;
    private final double cpuSeconds;
    private final String fault;

    Outcome(Contest contest, Tally people, Tally machines, double cpuSeconds, String fault) {
        this.contest = contest;
        this.people = people;
        this.machines = machines;
        this.cpuSeconds = cpuSeconds;
        this.fault = fault;
    }

    /** Processor time of the server and its stores. */
    public double cpuSeconds() {
        return cpuSeconds;
    }

    /** What the audit found; empty when it found nothing. */
    public String fault() {
        return fault;
    }
    /** Units that bots got, of all units on sale; in percent. */
    public double botsPercent() {
        return 100.0 * machines.accepted().size() / contest.units();
    }

    /** Units that were sold to anybody. */
    public int unitsSold() {
        return machines.accepted().size() + people.accepted().size();
    }

    /** People who got a unit, of all people; in percent. */
    public double honestPercent() {
        return 100.0 * people.accepted().size() / contest.honest();
    }

    /** People who went without a word of the stock's, of all people; in percent. */
    public double turnedAwayPercent() {
        return 100.0 * people.countTurnedAway() / contest.honest();
    }

    /** Requests that bots sent in a second of their attack. */
    public double botsPerSecond() {
        return machines.requests() / (2 * contest.attack().toMillis() / 1e3);
    }

    /** Spearman's coefficient of pressing and being accepted, among people who got something. */
    public double fairnessAmongAccepted() {
        return Fairness.amongAccepted(people.tries());
    }

    /** The same among all people, those who got nothing being last. */
    public double fairnessAmongAll() {
        return Fairness.amongAll(people.tries());
    }

    /** How often bots were refused, by reason. */
    public Map<String, Long> botsRefused() {
        return machines.refusals();
    }

    /** How often people were refused, by reason. */
    public Map<String, Long> honestRefused() {
        return people.refusals();
    }
}
