package dev.flashsale.analysis.text;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Rows under headings, each column as wide as its widest cell; numbers to the right. */
public final class TextTable {
    private final String indent;
    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();
    private final boolean[] numeric;

    /** A table without rows. */
    public TextTable(String indent, String... headings) {
        this.indent = indent;
        this.headings = List.of(headings);
        this.numeric = new boolean[headings.length];
        java.util.Arrays.fill(numeric, true);
    }

    /** Adds a row with one cell per heading; an absent value is an empty cell. */
    public TextTable row(@Nullable Object... cells) {
        List<String> row = new ArrayList<>(cells.length);
        for (int column = 0; column < cells.length; column++) {
            Object cell = cells[column];
            numeric[column] &= cell == null || cell instanceof Number;
            row.add(text(cell));
        }
        rows.add(row);
        return this;
    }

    private static String text(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case Long number -> String.format(Locale.ROOT, "%,d", number);
            case Integer number -> String.format(Locale.ROOT, "%,d", number);
            case Double number -> String.format(Locale.ROOT, "%,.3f", number);
            default -> cell.toString();
        };
    }

    /** Whether it has no rows. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Prints headings and rows. */
    public void print(PrintWriter out) {
        int[] widths = new int[headings.size()];
        fit(widths, headings);
        rows.forEach(row -> fit(widths, row));
        line(out, widths, headings);
        rows.forEach(row -> line(out, widths, row));
    }

    private static void fit(int[] widths, List<String> row) {
        for (int column = 0; column < widths.length; column++) {
            widths[column] = Math.max(widths[column], row.get(column).length());
        }
    }

    private void line(PrintWriter out, int[] widths, List<String> row) {
        StringBuilder line = new StringBuilder(indent);
        for (int column = 0; column < widths.length; column++) {
            String cell = row.get(column);
            String space = " ".repeat(widths[column] - cell.length());
            line.append(numeric[column] && !rows.isEmpty() ? space + cell : cell + space)
                    .append("  ");
        }
        out.println(line.toString().stripTrailing());
    }
}
