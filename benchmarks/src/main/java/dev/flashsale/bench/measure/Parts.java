package dev.flashsale.bench.measure;

import dev.flashsale.bench.lab.Lab;
import dev.flashsale.bench.report.Goal;
import dev.flashsale.bench.report.Row;
import dev.flashsale.bench.subject.ChildJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Two kinds of work of one part, measured in a process of their own, where nothing else of the product runs. */
final class Parts implements Measure {
    private final String name;
    private final List<String> keys;
    private final Series ours;
    private final Series beside;
    private final Goal goal;

    private Parts(String name, List<String> keys, Series ours, Series beside, Goal goal) {
        this.name = name;
        this.keys = keys;
        this.ours = ours;
        this.beside = beside;
        this.goal = goal;
    }

    static Parts append() {
        return new Parts(
                "append",
                List.of("commands", "rows"),
                new Series("append in the group commit, 256 a commit", "events/s"),
                new Series("raw JDBC, multi-row insert of the same rows", "/s"),
                Goal.ratioAtLeast(0.8, 1.0));
    }

    static Parts sagas() {
        return new Parts(
                "sagas",
                List.of("ours", "jpa"),
                new Series("complete sagas, three events each", "/s"),
                new Series("Axon's JPA saga store, batch 100", "/s"),
                Goal.ratioAtLeast(5, 8));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public double expectedSeconds(Settings settings) {
        return 20 + settings.warmUpSeconds() * 2.0 + settings.rounds() * settings.seconds() * 2.0;
    }

    @Override
    public List<Row> run(Stage stage) throws IOException {
        Path data = stage.directory(name);
        stage.progress().say("%s, in a process of its own", name);
        ChildJvm lab = ChildJvm.start(
                Lab.class,
                List.of(),
                data.resolveSibling(data.getFileName() + ".log"),
                line -> heard(stage, line),
                name,
                data.toString(),
                Integer.toString(stage.settings().rounds()),
                Integer.toString(stage.settings().seconds()),
                Integer.toString(stage.settings().warmUpSeconds()));
        lab.close();
        return List.of(ours.beside(beside, goal));
    }

    private void heard(Stage stage, String line) {
        if (!line.startsWith(Lab.VALUE)) {
            return;
        }
        String[] told = line.substring(Lab.VALUE.length()).split("\t");
        Series series = told[0].equals(keys.getFirst()) ? ours : beside;
        series.add(Double.parseDouble(told[1]), Double.parseDouble(told[2]));
        stage.progress().say("%s: %s %,.0f/s", name, told[0], series.last());
    }
}
