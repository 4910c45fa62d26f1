package dev.flashsale.bench.measure;

import dev.flashsale.bench.load.Pace;
import dev.flashsale.bench.machine.Machine;
import dev.flashsale.bench.report.Goal;
import dev.flashsale.bench.report.Row;
import dev.flashsale.bench.subject.Sale;
import dev.flashsale.bench.subject.ServeVerb;
import dev.flashsale.bench.subject.Shop;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** From the start of {@code serve}, on data of an earlier run, until it says that it is ready. */
final class Startup implements Measure {
    private static final int MOST_PURCHASES = 5_000;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public double expectedSeconds(Settings settings) {
        return 30 + settings.rounds() * 14.0;
    }

    @Override
    public List<Row> run(Stage stage) throws IOException, InterruptedException, SQLException {
        Series start = new Series("serve, from its start until it is ready", "s");
        Path data = stage.directory("start");
        try (Shop shop = stage.start(Contender.PRODUCT, data)) {
            Sale sale = shop.open(Math.min(MOST_PURCHASES, stage.settings().units()));
            Rush rush = Rush.run(shop, sale, sale.units(), Pace.AT_ONCE, Duration.ofMinutes(2));
            start.fault(rush.fault(shop, sale));
        }
        ServeVerb serve = ServeVerb.here();
        double unused = serve.secondsUntilReady(data); // may build, and writes its archive of classes
        for (int round = 1; round <= stage.settings().rounds(); round++) {
            Machine.Watch watch = stage.machine().watch();
            start.add(serve.secondsUntilReady(data), watch.others());
            stage.progress()
                    .say(
                            "start, round %d of %d: %.1f s",
                            round, stage.settings().rounds(), start.last());
        }
        return List.of(start.row(Goal.atMost(8, 4)));
    }
}
