package dev.flashsale.bench.measure;

import dev.flashsale.bench.load.Latencies;
import dev.flashsale.bench.load.Listener;
import dev.flashsale.bench.load.Pace;
import dev.flashsale.bench.machine.Machine;
import dev.flashsale.bench.report.Goal;
import dev.flashsale.bench.report.Row;
import dev.flashsale.bench.subject.Sale;
import dev.flashsale.bench.subject.Shop;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long a purchase takes when shoppers come at a constant rate, whatever the answers do. Measured from when each request
 * was due, so that a server that stands still is charged for everyone who came meanwhile.
 */
final class Latency implements Measure {
    private static final double HALF = 0.5;
    private static final double MUCH = 0.7;
    private static final int MOST_PER_SECOND = 30_000;

    /** The percentiles of one kind of waiting. */
    private record Percentiles(Series p50, Series p99, Series p999) {
        static Percentiles of(String what) {
            return new Percentiles(
                    new Series(what + ", p50", "ms"),
                    new Series(what + ", p99", "ms"),
                    new Series(what + ", p99.9", "ms"));
        }

        void add(Latencies latencies, double others) {
            p50.add(latencies.p50(), others);
            p99.add(latencies.p99(), others);
            p999.add(latencies.p999(), others);
        }
    }

    @Override
    public String name() {
        return "latency";
    }

    @Override
    public double expectedSeconds(Settings settings) {
        return settings.rounds() * settings.seconds() * 9.0;
    }

    @Override
    public List<Row> run(Stage stage) throws IOException, InterruptedException, SQLException {
        Percentiles half = Percentiles.of("answer at 50 % of the maximum");
        Percentiles much = Percentiles.of("answer at 70 % of the maximum");
        Percentiles visible = Percentiles.of("answer -> visible, at 70 %");
        Shop shop = stage.warm(Contender.PRODUCT);
        for (int round = 1; round <= stage.settings().rounds(); round++) {
            double most = maximum(stage, shop);
            atRate(stage, shop, most * HALF, half, null);
            atRate(stage, shop, most * MUCH, much, visible);
            stage.progress()
                    .say(
                            "latency, round %d of %d: maximum %,.0f/s; at 70 %% p50 %.1f ms, p99 %.1f ms, visible p50 %.0f ms",
                            round,
                            stage.settings().rounds(),
                            most,
                            much.p50().last(),
                            much.p99().last(),
                            visible.p50().last());
        }
        List<Row> rows = new ArrayList<>();
        for (Percentiles answers : List.of(half, much)) {
            rows.addAll(List.of(
                    answers.p50().row(null),
                    answers.p99().row(null),
                    answers.p999().row(null)));
        }
        rows.add(visible.p50().row(Goal.atMost(25, 10)));
        rows.add(visible.p99().row(Goal.atMost(100, 50)));
        return rows;
    }

    /**
     * Purchases per second, from the first request until the last order can be read: more can be accepted for a while, but
     * not for long, and what is accepted faster than it is carried out waits the longer the longer that lasts.
     */
    private static double maximum(Stage stage, Shop shop) throws IOException, InterruptedException {
        Duration time = stage.settings().duration().dividedBy(2);
        int most = (int) (MOST_PER_SECOND * time.toMillis() / 1_000);
        Rush rush = Rush.run(shop, shop.open(most), most, Pace.AT_ONCE, time);
        return rush.accepted().size() / rush.drainSeconds();
    }

    private static void atRate(
            Stage stage, Shop shop, double perSecond, Percentiles answers, @Nullable Percentiles visible)
            throws IOException, InterruptedException, SQLException {
        Duration time = stage.settings().duration();
        int shoppers = Math.max(1, (int) (perSecond * time.toMillis() / 1_000));
        Sale sale = shop.open(shoppers);
        Machine.Watch watch = stage.machine().watch();
        try (Visibility visibility = new Visibility(sale, perSecond)) {
            Listener listener = visible == null ? Listener.NONE : visibility;
            Rush rush = Rush.run(shop, sale, shoppers, new Pace(perSecond), time, listener);
            double others = watch.others();
            answers.add(rush.outcome().latencies(), others);
            String fault = rush.fault(shop, sale);
            answers.p50().fault(fault);
            answers.p99().fault(fault);
            answers.p999().fault(fault);
            if (visible != null) {
                visible.add(visibility.latencies(), others);
            }
        }
    }
}
