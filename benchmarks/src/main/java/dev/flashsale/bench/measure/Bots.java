package dev.flashsale.bench.measure;

import dev.flashsale.bench.bots.Contest;
import dev.flashsale.bench.bots.Demands;
import dev.flashsale.bench.bots.Outcome;
import dev.flashsale.bench.bots.Struggle;
import dev.flashsale.bench.machine.Machine;
import dev.flashsale.bench.ours.Product;
import dev.flashsale.bench.report.Goal;
import dev.flashsale.bench.report.Row;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What bots get of a sale. Each round has three: people alone, people and bots, and both with the gate on. */
final class Bots implements Measure {
    private static final double SECONDS_PER_SALE = 45;

    private final Contest contest;
    private final Series share = new Series("units that bots got, gate on", "%");
    private final Series shareOff = new Series("gate off", "%");
    private final Series honest = new Series("people who got a unit, gate on", "%");
    private final Series honestOff = new Series("gate off", "%");
    private final Series honestAlone = new Series("no bots, gate off", "%");
    private final Series turnedAway = new Series("people whom the gate turned away for good", "%");
    private final Series fair = new Series("pressed -> accepted, Spearman, gate on", "");
    private final Series fairAlone = new Series("no bots, gate off", "");
    private final Series fairAll = new Series("the same with those who got nothing last", "");
    private final Series fairAllAlone = new Series("no bots, gate off", "");
    private final Series rate = new Series("requests of the bots, gate on", "/s");
    private final Series rateOff = new Series("gate off", "/s");
    private final Series cpu = new Series("CPU of the server in the sale, gate on", "s");
    private final Series cpuOff = new Series("gate off", "s");
    private final Map<String, Series> refusals = new TreeMap<>();

    Bots(Contest contest) {
        this.contest = contest;
    }

    @Override
    public String name() {
        return "bots";
    }

    @Override
    public double expectedSeconds(Settings settings) {
        return settings.rounds() * SECONDS_PER_SALE * 3 + settings.warmUpSeconds() + 20;
    }

    @Override
    public List<Row> run(Stage stage) throws IOException, InterruptedException, SQLException {
        Product product = (Product) stage.warm(Contender.PRODUCT);
        stage.progress()
                .say(
                        "%,d people, %d bots with %d accounts each and %,d requests/s together, %,d units, seed %d",
                        contest.honest(),
                        contest.bots(),
                        contest.accountsPerBot(),
                        contest.offered(),
                        contest.units(),
                        contest.seed());
        for (int round = 1; round <= stage.settings().rounds(); round++) {
            Contest drawn = contest.withSeed(contest.seed() + round - 1);
            alone(stage, new Struggle(product, drawn.withoutBots(), Demands.NOTHING));
            open(stage, new Struggle(product, drawn, Demands.NOTHING));
            guarded(stage, new Struggle(product, drawn, Demands.USUAL));
            stage.progress()
                    .say(
                            "bots, round %d of %d: %.1f %% of the units with the gate, %.1f %% without; people %.1f %%, alone %.1f %%",
                            round,
                            stage.settings().rounds(),
                            share.last(),
                            shareOff.last(),
                            honest.last(),
                            honestAlone.last());
        }
        return rows();
    }

    private void alone(Stage stage, Struggle struggle) throws IOException, InterruptedException, SQLException {
        Machine.Watch watch = stage.machine().watch();
        Outcome outcome = struggle.run();
        double others = watch.others();
        honestAlone.add(outcome.honestPercent(), others);
        honestAlone.fault(outcome.fault());
        fairAlone.add(outcome.fairnessAmongAccepted(), others);
        fairAllAlone.add(outcome.fairnessAmongAll(), others);
    }

    private void open(Stage stage, Struggle struggle) throws IOException, InterruptedException, SQLException {
        Machine.Watch watch = stage.machine().watch();
        Outcome outcome = struggle.run();
        double others = watch.others();
        shareOff.add(outcome.botsPercent(), others);
        shareOff.fault(outcome.fault());
        honestOff.add(outcome.honestPercent(), others);
        rateOff.add(outcome.botsPerSecond(), others);
        cpuOff.add(outcome.cpuSeconds(), others);
        count("bots refused, gate off: ", outcome.botsRefused(), others);
    }

    private void guarded(Stage stage, Struggle struggle) throws IOException, InterruptedException, SQLException {
        Machine.Watch watch = stage.machine().watch();
        Outcome outcome = struggle.run();
        double others = watch.others();
        share.add(outcome.botsPercent(), others);
        share.fault(outcome.fault());
        honest.add(outcome.honestPercent(), others);
        turnedAway.add(outcome.turnedAwayPercent(), others);
        fair.add(outcome.fairnessAmongAccepted(), others);
        fairAll.add(outcome.fairnessAmongAll(), others);
        rate.add(outcome.botsPerSecond(), others);
        cpu.add(outcome.cpuSeconds(), others);
        count("bots refused, gate on: ", outcome.botsRefused(), others);
        count("people refused, gate on: ", outcome.honestRefused(), others);
    }

    private void count(String whom, Map<String, Long> reasons, double others) {
        reasons.forEach(
                (reason, count) -> refusals.computeIfAbsent(whom + reason, figure -> new Series(figure, "times"))
                        .add(count, others));
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>(List.of(
                share.beside(shareOff, Goal.atMost(10, 5)),
                honest.beside(honestAlone, Goal.ratioAtLeast(0.95, 1)),
                honest.beside(honestOff, null),
                turnedAway.row(Goal.atMost(5, 1)),
                fair.beside(fairAlone, Goal.atLeast(0.9, 0.95)),
                fairAll.beside(fairAllAlone, null),
                rate.beside(rateOff, null),
                cpu.beside(cpuOff, null)));
        refusals.values().forEach(series -> rows.add(series.row(null)));
        return rows;
    }
}
