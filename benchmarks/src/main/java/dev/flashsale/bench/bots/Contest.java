package dev.flashsale.bench.bots;

import java.time.Duration;

/**
 * Who competes.
 *
 * @param honest people, with one account each
 * @param bots machines, with one address each
 * @param accountsPerBot how many accounts each of them buys with
 * @param perSecond requests that each bot means to send in a second
 * @param units on sale
 * @param before how long before the opening the first people look at the page
 * @param attack how long before the opening bots begin, and how long after it they go on
 * @param seed draws the same people again
 */
public record Contest(
        int honest,
        int bots,
        int accountsPerBot,
        int perSecond,
        int units,
        Duration before,
        Duration attack,
        long seed) {
    /** The one that the bench is about. */
    public static Contest usual(long seed) {
        return new Contest(1_000, 50, 10, 200, 500, Duration.ofSeconds(12), Duration.ofSeconds(8), seed);
    }

    /** The same without bots. */
    public Contest withoutBots() {
        return new Contest(honest, 0, accountsPerBot, perSecond, units, before, attack, seed);
    }

    /** The same people and other people's luck. */
    public Contest withSeed(long other) {
        return new Contest(honest, bots, accountsPerBot, perSecond, units, before, attack, other);
    }

    /** Requests that all bots together mean to send in a second. */
    public int offered() {
        return bots * perSecond;
    }
}
