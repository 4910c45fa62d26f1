package dev.flashsale.bench.report;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Prints rows so that a terminal shows them in columns. */
public final class Table {
    private static final String FORMAT = "%-44s %-10s %26s %8s %9s %6s  %s%n";

    private Table() {}

    /** Prints all rows, each followed by what was measured beside it. */
    public static void print(PrintWriter out, List<Row> rows) {
        out.printf(FORMAT, "figure", "unit", "median (min - max)", "ratio", "goal", "others", "");
        for (Row row : rows) {
            out.printf(
                    FORMAT,
                    row.figure(),
                    row.unit(),
                    spread(row.measured()),
                    row.beside() == null ? "" : Numbers.plain(row.ratio()) + "x",
                    row.goal() == null ? "" : row.goal().toString(),
                    String.format(Locale.ROOT, "%.2f", row.others()),
                    row.verdict());
            Spread beside = row.beside();
            if (beside != null) {
                out.printf(FORMAT, "  beside: " + row.besideName(), "", spread(beside), "", "", "", "");
            }
        }
        out.flush();
    }

    private static String spread(Spread spread) {
        return Numbers.plain(spread.median()) + " (" + Numbers.plain(spread.least()) + " - "
                + Numbers.plain(spread.most()) + ")";
    }
}
