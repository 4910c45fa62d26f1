package dev.flashsale.bench.measure;

import dev.flashsale.bench.load.Pace;
import dev.flashsale.bench.machine.Machine;
import dev.flashsale.bench.report.Goal;
import dev.flashsale.bench.report.Row;
import dev.flashsale.bench.subject.Sale;
import dev.flashsale.bench.subject.Shop;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * The first sale after a start: what a shopper of the first second gets, with whatever the system does to be warm by then, and
 * with the time that it takes for that: sales are scheduled, starts are not. As
 * with {@code serve}, a start profits from what an earlier run of the same build left behind.
 */
final class FirstSale implements Measure {
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final double FIRST = 1;

    @Override
    public String name() {
        return "first-sale";
    }

    @Override
    public double expectedSeconds(Settings settings) {
        return 60 + settings.rounds() * (80 + settings.seconds() * 3.0);
    }

    @Override
    public List<Row> run(Stage stage) throws IOException, InterruptedException, SQLException {
        Series ours = new Series("flash sale, first sale after a start, drained", "/s");
        Series classic = new Series("classic design (b), first sale after a start", "/s");
        Series firstSecond = new Series("accepted in the first second of it", "/s");
        Series steady = new Series("accepted per second when warm", "/s");
        List<Contender> order = new ArrayList<>(List.of(Contender.PRODUCT, Contender.CLASSIC));
        for (int round = 1; round <= stage.settings().rounds(); round++) {
            for (Contender contender : order) {
                Series drained = contender == Contender.PRODUCT ? ours : classic;
                Path data = stage.directory("first");
                try (Shop shop = stage.start(contender, data)) {
                    shop.settle();
                    Sale sale = shop.open(stage.settings().units());
                    Machine.Watch watch = stage.machine().watch();
                    Rush rush = Rush.run(shop, sale, stage.settings().shoppers(), Pace.AT_ONCE, LONGEST);
                    drained.add(rush.accepted().size() / rush.drainSeconds(), watch.others());
                    drained.fault(rush.fault(shop, sale));
                    if (contender == Contender.PRODUCT) {
                        firstSecond.add(rush.outcome().answersWithin(Rush.ACCEPTED, FIRST), watch.others());
                    }
                }
                // hundreds of megabytes, and nobody comes back to them
                boolean unused = FileSystemUtils.deleteRecursively(data);
                stage.progress()
                        .say(
                                "first sale, round %d of %d: %s %,.0f orders/s",
                                round, stage.settings().rounds(), contender.label(), drained.last());
            }
            Collections.reverse(order);
            warm(stage, steady);
        }
        return List.of(
                ours.beside(classic, Goal.ratioAtLeast(3, 5)),
                firstSecond.beside(steady, Goal.ratioAtLeast(0.8, 0.95)));
    }

    private static void warm(Stage stage, Series steady) throws IOException, InterruptedException, SQLException {
        Shop shop = stage.warm(Contender.PRODUCT);
        Sale sale = shop.open(stage.settings().units());
        Machine.Watch watch = stage.machine().watch();
        Rush rush = Rush.run(shop, sale, stage.settings().units(), Pace.AT_ONCE, LONGEST);
        steady.add(rush.outcome().perSecond(Rush.ACCEPTED), watch.others());
        steady.fault(rush.fault(shop, sale));
    }
}
