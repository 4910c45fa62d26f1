package dev.flashsale.bench.measure;

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
            new Reads(),
            new Latency(),
            new Replay(),
            new Startup());

    private Measures() {}
}
