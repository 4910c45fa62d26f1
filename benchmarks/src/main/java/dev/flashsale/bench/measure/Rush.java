package dev.flashsale.bench.measure;

import dev.flashsale.bench.load.Generator;
import dev.flashsale.bench.load.Listener;
import dev.flashsale.bench.load.Load;
import dev.flashsale.bench.load.Outcome;
import dev.flashsale.bench.load.Pace;
import dev.flashsale.bench.subject.OrderWatch;
import dev.flashsale.bench.subject.Sale;
import dev.flashsale.bench.subject.Shop;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A crowd at a sale, until its last order can be read.
 *
 * @param accepted purchases that shoppers were told are accepted
 * @param drainSeconds from the first request to the last order; negative when orders were missing in the end
 * @param cpuSeconds of the server and its stores, for all of it
 */
record Rush(Outcome outcome, List<String> accepted, double drainSeconds, double cpuSeconds) {
    static final int CONNECTIONS = 128;
    static final int ACCEPTED = 202;
    static final int REFUSED = 409;

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    static Rush run(Shop shop, Sale sale, int shoppers, Pace pace, Duration most)
            throws IOException, InterruptedException {
        return run(shop, sale, shoppers, pace, most, Listener.NONE);
    }

    static Rush run(Shop shop, Sale sale, int shoppers, Pace pace, Duration most, Listener listener)
            throws IOException, InterruptedException {
        Load crowd = sale.crowd(0, shoppers);
        List<String> accepted = new ArrayList<>();
        double cpuBefore = shop.target().processes().cpuSeconds();
        AtomicLong wanted = new AtomicLong(-1);
        CompletableFuture<Long> lastOrder = OrderWatch.begin(shop, sale, wanted::get, most.plus(PATIENCE));
        Outcome outcome =
                Generator.run(shop.target().port(), CONNECTIONS, crowd, pace, most, (request, status, nanoTime) -> {
                    if (status == ACCEPTED) {
                        accepted.add(sale.purchaseId(request));
                        if (accepted.size() == sale.units()) {
                            wanted.set(sale.units());
                        }
                    }
                    listener.answered(request, status, nanoTime);
                });
        wanted.set(accepted.size());
        long end = lastOrder.join();
        double drained = end < 0 ? -1 : (end - outcome.startNanos()) / 1e9;
        double cpu = shop.target().processes().cpuSeconds() - cpuBefore;
        return new Rush(outcome, accepted, drained, cpu);
    }

    /** What is wrong with it; empty when nothing is. */
    String fault(Shop shop, Sale sale) throws SQLException, IOException {
        if (drainSeconds < 0) {
            return "orders were missing";
        }
        int answers = outcome.answers();
        int expected = Math.min(sale.units(), answers);
        if (accepted.size() > sale.units()) {
            return "oversold by " + (accepted.size() - sale.units());
        }
        int refused = outcome.answers(REFUSED);
        int unknown = answers - accepted.size() - refused;
        if (refused > 0 && accepted.size() + unknown < expected) {
            return "undersold by " + (expected - accepted.size());
        }
        if (unknown > 0) {
            return unknown + " answers were neither yes nor no";
        }
        return shop.audit(sale, accepted);
    }
}
