package dev.flashsale.bench;

import dev.flashsale.bench.measure.Measure;
import dev.flashsale.bench.measure.Measures;
import dev.flashsale.bench.measure.Progress;
import dev.flashsale.bench.measure.Settings;
import dev.flashsale.bench.measure.Stage;
import dev.flashsale.bench.report.Json;
import dev.flashsale.bench.report.Row;
import dev.flashsale.bench.report.Table;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bench}: exit codes 0 every figure stands, 1 a figure is void, 2 could not run. */
@Command(
        name = "bench",
        description = {
            "Measure the system beside raw limits and beside two baselines, in one run, in alternating rounds.",
            "Quick answers come from --quick; the full run takes about twenty minutes on a quiet machine with two cores."
        },
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class Bench implements Callable<Integer> {
    private static final String NOT_INCLUDED = """

            "others" are the cores that processes other than ours used meanwhile: above 0.1, trust ratios only.
            Not included: network, TLS and gateway; payment, challenges and logins; a slow disk; more than one node.
            Conditions, and what the baselines promise and do not promise: docs/performance.md""";

    @Option(names = "--json", paramLabel = "FILE", description = "also write everything there, every round included")
    @Nullable
    Path json;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "NAME",
            description = "measure these only: ${COMPLETION-CANDIDATES}",
            completionCandidates = Names.class)
    List<String> only = List.of();

    @Option(names = "--quick", description = "one short round of everything, for a first look")
    boolean quick;

    @Option(names = "--rounds", description = "how often each figure is taken (default: 3, quick: 1)")
    @Nullable
    Integer rounds;

    @Option(names = "--seconds", description = "how long each timed load lasts (default: 3, quick: 2)")
    @Nullable
    Integer seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            description = "how long each system runs before (default: 30, quick: 6)")
    @Nullable
    Integer warmUp;

    @Option(
            names = "--units",
            description = "on sale in each drain (default: ${DEFAULT-VALUE})",
            defaultValue = "20000")
    int units;

    @Option(
            names = "--shoppers",
            description = "who come to each drain (default: ${DEFAULT-VALUE})",
            defaultValue = "50000")
    int shoppers;

    @Option(names = "--jmh", description = "instead, measure the pure core and the intake with JMH")
    boolean jmh;

    @Option(names = "--bots", description = "instead, let people and bots compete for a sale, with the gate off and on")
    boolean bots;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "draws the same people for --bots (default: by the clock)")
    @Nullable
    Long seed;

    @Spec
    CommandSpec spec;

    /** The names that {@code --only} knows. */
    static final class Names extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Names() {
            super(Measures.ALL.stream().map(Measure::name).toList());
        }
    }

    /** Runs it and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Bench()).setExecutionExceptionHandler((exception, command, parsed) -> {
            command.getErr().println("bench: " + exception);
            exception.printStackTrace(command.getErr());
            return 2;
        });
    }

    @Override
    public Integer call() throws Exception {
        if (jmh) {
            var unused = new Runner(
                            new OptionsBuilder().include("dev\\.flashsale\\..*").build())
                    .run();
            return 0;
        }
        List<Measure> chosen = chosen();
        Path work = Files.createTempDirectory("flashsale-bench-");
        try {
            Settings settings = new Settings(
                    rounds != null ? rounds : quick ? 1 : 3,
                    seconds != null ? seconds : quick ? 2 : 3,
                    units,
                    shoppers,
                    warmUp != null ? warmUp : quick ? 6 : 30,
                    work);
            return run(chosen, settings, spec.commandLine().getOut());
        } finally {
            FileSystemUtils.deleteRecursively(work);
        }
    }

    private Integer run(List<Measure> chosen, Settings settings, PrintWriter out) throws Exception {
        double expected = chosen.stream()
                .mapToDouble(measure -> measure.expectedSeconds(settings))
                .sum();
        Progress progress = new Progress(out, expected);
        List<Row> rows = new ArrayList<>();
        try (Stage stage = new Stage(settings, progress)) {
            for (Measure measure : chosen) {
                rows.addAll(rows(measure, stage));
                progress.done(measure.expectedSeconds(settings));
            }
        }
        out.println();
        Table.print(out, rows);
        out.println(NOT_INCLUDED);
        out.flush();
        if (json != null) {
            Json.write(json, settings, rows);
        }
        return rows.stream().allMatch(row -> row.fault().isEmpty()) ? 0 : 1;
    }

    // whatever goes wrong with one figure, the others are worth having
    private static List<Row> rows(Measure measure, Stage stage) throws InterruptedException {
        try {
            return measure.run(stage);
        } catch (IOException | SQLException | RuntimeException e) {
            LoggerFactory.getLogger(Bench.class).error("{} could not be measured", measure.name(), e);
            return List.of(Row.failed(measure.name(), e));
        }
    }

    private List<Measure> chosen() {
        if (bots) {
            return List.of(Measures.bots(seed != null ? seed : System.currentTimeMillis()));
        }
        List<String> known = new Names();
        for (String name : only) {
            if (!known.contains(name)) {
                throw new ParameterException(spec.commandLine(), "no such figure: " + name + "; there are " + known);
            }
        }
        return Measures.ALL.stream()
                .filter(measure -> only.isEmpty() || only.contains(measure.name()))
                .toList();
    }
}
