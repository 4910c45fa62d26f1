package dev.flashsale.standalone.demo;

import java.util.random.RandomGenerator;

/** How a simulated shopper behaves. */
enum Habit {
    /** Buys and pays at once. */
    QUICK(54),
    /** Pays when more than half of the payment window has passed. */
    SLOW_TO_PAY(14),
    /** Lets the order expire. */
    NEVER_PAYS(14),
    /** Sends the request twice at the same moment, and tries again after success. */
    TRIES_TWICE(8),
    /** Wants both items together or none. */
    BUYS_BUNDLE(7),
    /** Starts before the sale opens and hammers on with ever new keys. */
    BOT(3);

    private final int percent;

    Habit(int percent) {
        this.percent = percent;
    }

    static Habit any(RandomGenerator random) {
        int drawn = random.nextInt(100);
        for (Habit habit : values()) {
            drawn -= habit.percent;
            if (drawn < 0) {
                return habit;
            }
        }
        return QUICK;
    }
}
