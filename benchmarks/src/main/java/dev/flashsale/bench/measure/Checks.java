package dev.flashsale.bench.measure;

import dev.flashsale.bench.bots.Gate;
import dev.flashsale.bench.ours.Product;
import dev.flashsale.bench.report.Row;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What each check of the gate costs whoever passes it, and two of them whoever does not. */
final class Checks implements Measure {
    private static final double SECONDS = 8;

    @Override
    public String name() {
        return "checks";
    }

    @Override
    public double expectedSeconds(Settings settings) {
        return settings.rounds() * SECONDS;
    }

    @Override
    public List<Row> run(Stage stage) throws IOException, InterruptedException {
        Product product = (Product) stage.warm(Contender.PRODUCT);
        Map<String, Series> checks = new LinkedHashMap<>();
        for (int round = 1; round <= stage.settings().rounds(); round++) {
            var watch = stage.machine().watch();
            Map<String, Double> micros = Gate.micros(product);
            double others = watch.others();
            micros.forEach((name, each) -> checks.computeIfAbsent(name, n -> new Series("check: " + n, "us"))
                    .add(each, others));
            stage.progress()
                    .say("checks, round %d of %d", round, stage.settings().rounds());
        }
        return checks.values().stream().map(series -> series.row(null)).toList();
    }
}
