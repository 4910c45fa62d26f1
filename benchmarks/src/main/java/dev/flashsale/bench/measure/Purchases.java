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
import java.util.List;

/** Purchases accepted per second, each durable before it is answered, beside the same requests answered by a constant. */
final class Purchases implements Measure {
    private static final int MOST_PER_SECOND = 30_000;
    private static final int OK = 200;

    @Override
    public String name() {
        return "purchases";
    }

    @Override
    public double expectedSeconds(Settings settings) {
        return settings.rounds() * settings.seconds() * 8.0;
    }

    @Override
    public List<Row> run(Stage stage) throws IOException, InterruptedException, SQLException {
        Shop shop = stage.warm(Contender.PRODUCT);
        Series purchases = new Series("purchases accepted, durable", "/s");
        Series bare = new Series("bare HTTP of the same server", "/s");
        int most = MOST_PER_SECOND * stage.settings().seconds();
        for (int round = 1; round <= stage.settings().rounds(); round++) {
            Sale sale = shop.open(most);
            Machine.Watch bareWatch = stage.machine().watch();
            Outcome constant = Generator.run(
                    shop.target().port(),
                    Rush.CONNECTIONS,
                    sale.bareCrowd(Integer.MAX_VALUE),
                    Pace.AT_ONCE,
                    stage.settings().duration(),
                    Listener.NONE);
            bare.add(constant.perSecond(OK), bareWatch.others());
            Machine.Watch watch = stage.machine().watch();
            Rush rush =
                    Rush.run(shop, sale, most, Pace.AT_ONCE, stage.settings().duration());
            purchases.add(rush.outcome().perSecond(Rush.ACCEPTED), watch.others());
            purchases.fault(rush.fault(shop, sale));
            stage.progress()
                    .say(
                            "purchases, round %d of %d: %,.0f/s, bare HTTP %,.0f/s",
                            round,
                            stage.settings().rounds(),
                            rush.outcome().perSecond(Rush.ACCEPTED),
                            constant.perSecond(OK));
        }
        return List.of(purchases.beside(bare, Goal.ratioAtLeast(0.4, 0.6)));
    }
}
