package dev.flashsale.bench.measure;

import dev.flashsale.bench.load.Generator;
import dev.flashsale.bench.load.Listener;
import dev.flashsale.bench.load.Outcome;
import dev.flashsale.bench.load.Pace;
import dev.flashsale.bench.machine.Machine;
import dev.flashsale.bench.report.Goal;
import dev.flashsale.bench.report.Row;
import dev.flashsale.bench.subject.Sale;
import dev.flashsale.bench.subject.Shop;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Refusals per second once a sale is sold out, and what one costs beside an acceptance: processor time, stores included. */
final class Refusals implements Measure {
    private static final int FEW_UNITS = 100;
    private static final int MOST_PER_SECOND = 60_000;
    private static final double MICROS = 1e6;

    @Override
    public String name() {
        return "refusals";
    }

    @Override
    public double expectedSeconds(Settings settings) {
        return settings.rounds() * (settings.seconds() * 2.0 + settings.units() / 2_000.0 + 8);
    }

    @Override
    public List<Row> run(Stage stage) throws IOException, InterruptedException, SQLException {
        Shop shop = stage.warm(Contender.PRODUCT);
        Series refusals = new Series("refusals, sold out", "/s");
        Series bare = new Series("bare HTTP of the same server", "/s");
        Series refusal = new Series("CPU of a refusal", "us");
        Series acceptance = new Series("CPU of an acceptance, up to its order", "us");
        int most = MOST_PER_SECOND * stage.settings().seconds();
        Duration time = stage.settings().duration();
        for (int round = 1; round <= stage.settings().rounds(); round++) {
            Sale whole = shop.open(stage.settings().units() / 2);
            Rush rush = Rush.run(shop, whole, whole.units(), Pace.AT_ONCE, Duration.ofMinutes(2));
            acceptance.add(rush.cpuSeconds() * MICROS / rush.accepted().size(), 0);
            acceptance.fault(rush.fault(shop, whole));
            Sale soldOut = shop.open(FEW_UNITS);
            Rush few = Rush.run(shop, soldOut, FEW_UNITS * 5, Pace.AT_ONCE, Duration.ofMinutes(1));
            var crowd = soldOut.crowd(FEW_UNITS * 5, most);
            Machine.Watch watch = stage.machine().watch();
            double before = shop.target().processes().cpuSeconds();
            Outcome refused =
                    Generator.run(shop.target().port(), Rush.CONNECTIONS, crowd, Pace.AT_ONCE, time, Listener.NONE);
            double cpu = shop.target().processes().cpuSeconds() - before;
            double others = watch.others();
            refusals.add(refused.perSecond(Rush.REFUSED), others);
            refusals.fault(few.fault(shop, soldOut));
            refusals.fault(refused.answers(Rush.ACCEPTED) > 0 ? "oversold" : "");
            refusal.add(cpu * MICROS / refused.answers(Rush.REFUSED), others);
            bare.add(constant(shop, soldOut, time).perSecond(200), others);
            stage.progress()
                    .say(
                            "refusals, round %d of %d: %,.0f/s, %.1f us each",
                            round, stage.settings().rounds(), refusals.last(), refusal.last());
        }
        return List.of(refusals.beside(bare, null), refusal.beside(acceptance, Goal.ratioAtMost(0.05, 0.02)));
    }

    private static Outcome constant(Shop shop, Sale sale, Duration time) throws IOException {
        return Generator.run(
                shop.target().port(),
                Rush.CONNECTIONS,
                sale.bareCrowd(Integer.MAX_VALUE),
                Pace.AT_ONCE,
                time,
                Listener.NONE);
    }
}
