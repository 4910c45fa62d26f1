package dev.flashsale.bench.measure;

import dev.flashsale.bench.bots.Contest;
import java.util.List;

/** All measures, in the order of the table. */
public final class Measures {
    /** Those there are. */
    public static final List<Measure> ALL = List.of(
            Parts.append(),
            Parts.sagas(),
            new Purchases(),
            new Drain(),
            new FirstSale(),
            new Refusals(),
            new Checks(),
            new Reads(),
            new Latency(),
            new Replay(),
            new Startup());

    private Measures() {}

    /**
     * Not part of the table: what bots get of a sale, with the gate and without.
     *
     * @param seed draws the same crowd again
     */
    public static Measure bots(long seed) {
        return new Bots(Contest.usual(seed));
    }
}
