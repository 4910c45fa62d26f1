package dev.flashsale.standalone.demo;

import dev.flashsale.standalone.input.Arrivals;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a demonstration does.
 *
 * @param arrivals the recorded crowd; absent for a made-up one
 */
record DemoInput(SalePlan plan, @Nullable Arrivals arrivals, int shoppers, int speedUp, int scale, long seed) {
    Crowd crowd(Shop shop, OpenSale sale, List<Shopper> registered) {
        return arrivals == null
                ? new Rush(shop, plan, sale, registered, seed)
                : new Replay(shop, plan, sale, registered, arrivals, speedUp, scale, seed);
    }
}
