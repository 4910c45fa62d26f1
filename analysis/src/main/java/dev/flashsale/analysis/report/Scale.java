package dev.flashsale.analysis.report;

import java.util.ArrayList;
import java.util.List;

/** Maps values of an axis to places on the drawing. */
record Scale(double min, double max, double from, double to) {
    double at(double value) {
        double span = max == min ? 1 : max - min;
        return from + (value - min) / span * (to - from);
    }

    /** Round values in the range, about as many as wanted. */
    List<Double> ticks(int wanted) {
        double step = step((max - min) / Math.max(1, wanted));
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(min / step - 1e-9); i * step <= max + step * 1e-9; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** The smallest of 1, 2, 5, 10, 20 … (or 0.1, 0.2 …) that is not below this. */
    static double step(double least) {
        if (least <= 0) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= least * (1 - 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }
}
