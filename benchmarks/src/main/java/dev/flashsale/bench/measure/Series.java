package dev.flashsale.bench.measure;

import dev.flashsale.bench.report.Goal;
import dev.flashsale.bench.report.Row;
import dev.flashsale.bench.report.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects the rounds of one row. */
final class Series {
    private final String figure;
    private final String unit;
    private final List<Double> rounds = new ArrayList<>();
    private final List<Double> others = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    Series(String figure, String unit) {
        this.figure = figure;
        this.unit = unit;
    }

    void add(double value, double othersCores) {
        rounds.add(value);
        others.add(othersCores);
    }

    void fault(String fault) {
        if (!fault.isEmpty()) {
            faults.add(fault);
        }
    }

    /** The latest round. */
    double last() {
        return rounds.getLast();
    }

    Spread spread() {
        return new Spread(rounds);
    }

    Row row(@Nullable Goal goal) {
        return row(new Series("", unit), null, goal);
    }

    Row beside(Series other, @Nullable Goal goal) {
        return row(other, other.spread(), goal);
    }

    private Row row(Series other, @Nullable Spread beside, @Nullable Goal goal) {
        double busy = Stream.of(this, other)
                .flatMap(series -> series.others.stream())
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
        String fault = Stream.of(this, other)
                .flatMap(series -> series.faults.stream())
                .distinct()
                .collect(Collectors.joining("; "));
        return new Row(figure, unit, spread(), other.figure, beside, goal, busy, fault);
    }
}
