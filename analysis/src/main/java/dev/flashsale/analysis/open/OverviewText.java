package dev.flashsale.analysis.open;

import dev.flashsale.analysis.open.Overview.ClockSkew;
import dev.flashsale.analysis.open.Overview.TypeCount;
import dev.flashsale.analysis.text.TextTable;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** An overview for people. */
final class OverviewText {
    private OverviewText() {}

    static void print(Overview overview, PrintWriter out) {
        line(out, "Store", overview.store());
        if (overview.events() == 0) {
            line(out, "Events", "none: the store is empty");
            return;
        }
        line(
                out,
                "Events",
                "%,d, index %,d to %,d; %,d indexes unused",
                overview.events(),
                overview.firstIndex(),
                overview.lastIndex(),
                overview.unusedIndexes());
        if (overview.firstTime() != null && overview.lastTime() != null) {
            line(
                    out,
                    "Time",
                    "%s to %s (%,.3f s)",
                    overview.firstTime(),
                    overview.lastTime(),
                    Duration.between(overview.firstTime(), overview.lastTime()).toNanos() / 1e9);
        }
        line(out, "Clock", clock(overview.clock()));
        line(
                out,
                "Dead letters",
                "%d: none are kept, an event that cannot be handled stops its processor and is tried again",
                overview.deadLetters());
        line(out, "Not loaded", problems(overview.unreadable()));
        line(out, "Of others", problems(overview.foreign()));
        sales(overview, out);
        types(overview, out);
    }

    private static String clock(ClockSkew clock) {
        return clock.timesBack() == 0
                ? "times never go back"
                : String.format(
                        Locale.ROOT,
                        "times go back %,d times, by %,.3f ms at most (index %,d)",
                        clock.timesBack(),
                        clock.greatestMs(),
                        clock.atIndex());
    }

    private static String problems(List<TypeCount> types) {
        StringBuilder text = new StringBuilder()
                .append(types.stream().mapToLong(TypeCount::events).sum());
        types.forEach(type -> text.append(String.format(Locale.ROOT, " · %,d × %s", type.events(), type.type())));
        return text.toString();
    }

    private static void sales(Overview overview, PrintWriter out) {
        out.println();
        out.println("Sales");
        TextTable table = new TextTable("  ", "sale", "title", "units", "status", "opens");
        overview.sales()
                .forEach(sale -> table.row(sale.saleId(), sale.title(), sale.units(), sale.status(), sale.opensAt()));
        table.print(out);
    }

    private static void types(Overview overview, PrintWriter out) {
        out.println();
        out.println("Event types");
        TextTable table = new TextTable("  ", "type", "revision", "events");
        overview.types().forEach(type -> table.row(type.type(), type.revision(), type.events()));
        table.print(out);
    }

    private static void line(PrintWriter out, String label, String format, Object... values) {
        String text = values.length == 0 ? format : String.format(Locale.ROOT, format, values);
        out.printf(Locale.ROOT, "%-14s%s%n", label, text);
    }
}
