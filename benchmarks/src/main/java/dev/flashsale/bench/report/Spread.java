package dev.flashsale.bench.report;

import java.util.Arrays;
import java.util.List;

/** One figure over all rounds. */
public record Spread(List<Double> rounds) {
    public Spread {
        rounds = List.copyOf(rounds);
    }

    /** The middle round; of an even number, the mean of the two in the middle. */
    public double median() {
        double[] sorted = sorted();
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** The smallest. */
    public double least() {
        return rounds.isEmpty() ? Double.NaN : sorted()[0];
    }

    /** The largest. */
    public double most() {
        return rounds.isEmpty() ? Double.NaN : sorted()[rounds.size() - 1];
    }

    private double[] sorted() {
        double[] values = rounds.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(values);
        return values;
    }
}
