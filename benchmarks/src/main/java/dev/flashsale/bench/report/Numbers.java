package dev.flashsale.bench.report;

import java.util.Locale;

/** Numbers as people read them: three figures are enough, no measurement here has more. */
public final class Numbers {
    private Numbers() {}

    /** With thousands separators above a hundred, with decimals below. */
    public static String plain(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        double size = Math.abs(value);
        String format = size >= 100 || size == Math.rint(size) ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, size >= 0.1 || size == 0 ? format : "%.4f", value);
    }

    static String factor(double value) {
        return String.format(Locale.ROOT, "%.2fx", value);
    }
}
