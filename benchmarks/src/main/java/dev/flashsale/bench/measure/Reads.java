package dev.flashsale.bench.measure;

import dev.flashsale.bench.load.Generator;
import dev.flashsale.bench.load.Listener;
import dev.flashsale.bench.load.Load;
import dev.flashsale.bench.load.Outcome;
import dev.flashsale.bench.load.Pace;
import dev.flashsale.bench.machine.Machine;
import dev.flashsale.bench.report.Goal;
import dev.flashsale.bench.report.Row;
import dev.flashsale.bench.subject.BareHttp;
import dev.flashsale.bench.subject.Sale;
import dev.flashsale.bench.subject.Shop;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Looks at the sale, and at results of purchases, per second. */
final class Reads implements Measure {
    private static final int SHOPPERS = 2_000;
    private static final int OK = 200;

    /** Turns within a round: the machine's own moods last longer. */
    private static final int TURNS = 3;

    @Override
    public String name() {
        return "reads";
    }

    @Override
    public double expectedSeconds(Settings settings) {
        return settings.rounds() * settings.seconds() * 4.0 + 10;
    }

    @Override
    public List<Row> run(Stage stage) throws IOException, InterruptedException, SQLException {
        Shop ours = stage.warm(Contender.PRODUCT);
        Shop classic = stage.warm(Contender.CLASSIC);
        Sale sale = ours.open(SHOPPERS);
        Rush rush = Rush.run(ours, sale, SHOPPERS, Pace.AT_ONCE, Duration.ofMinutes(1));
        Load results = Load.prepared(SHOPPERS, sale::result);
        Load anyResult = new Load(Integer.MAX_VALUE, n -> results.request().apply(n % SHOPPERS));
        Load bareReads = Load.same(Integer.MAX_VALUE, Load.get(BareHttp.PATH));
        Load details = Load.same(Integer.MAX_VALUE, sale.detail());
        Load theirDetails = Load.same(Integer.MAX_VALUE, classic.open(1).detail());
        Series reads = new Series("looks at a sale", "/s");
        Series queries = new Series("result queries", "/s");
        Series bare = new Series("bare HTTP of the same server", "/s");
        Series theirs = new Series("classic design (b), looks at a sale", "/s");
        reads.fault(rush.fault(ours, sale));
        for (int round = 1; round <= stage.settings().rounds(); round++) {
            for (int turn = 0; turn < TURNS; turn++) {
                measure(stage, ours, details, reads);
                measure(stage, ours, bareReads, bare);
                measure(stage, ours, anyResult, queries);
                measure(stage, classic, theirDetails, theirs);
            }
            stage.progress()
                    .say(
                            "reads, round %d of %d: %,.0f/s, bare HTTP %,.0f/s, results %,.0f/s, (b) %,.0f/s",
                            round, stage.settings().rounds(), reads.last(), bare.last(), queries.last(), theirs.last());
        }
        return List.of(
                reads.beside(bare, Goal.ratioAtLeast(0.85, 0.95)),
                reads.beside(theirs, null),
                queries.beside(bare, null));
    }

    private static void measure(Stage stage, Shop shop, Load load, Series series) throws IOException {
        Machine.Watch watch = stage.machine().watch();
        Outcome outcome = Generator.run(
                shop.target().port(),
                Rush.CONNECTIONS,
                load,
                Pace.AT_ONCE,
                stage.settings().duration().dividedBy(TURNS),
                Listener.NONE);
        series.add(outcome.perSecond(OK), watch.others());
        series.fault(
                outcome.answers(OK) == outcome.answers()
                        ? ""
                        : outcome.answers() - outcome.answers(OK) + " of " + outcome.answers()
                                + " answers were not 200");
    }
}
