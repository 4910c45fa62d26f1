package dev.flashsale.analysis.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Attempts against acceptances, around the opening and over the whole sale. */
final class RushSection {
    private static final long BEFORE = 100_000;
    private static final long SHORTEST = 400_000;
    private static final long LONGEST = 2_000_000;
    private static final long ROUND = 100_000;
    private static final int ROWS = 30;

    private RushSection() {}

    static String of(SaleStory sale) {
        if (sale.attempts().isEmpty() && sale.edge.count() == 0) {
            return Html.section("rush", "The rush", Html.p("Nobody tried to buy."), Html.note(sale.edge.gaps()));
        }
        Rush opening = Rush.between(sale, -BEFORE, zoomEnd(sale), Rush.TEN_MS);
        Rush whole = Rush.whole(sale);
        return Html.section(
                "rush",
                "The rush",
                Html.p(sentence(opening, sale.edge)),
                legend(sale.edge),
                figure(opening, "Around the opening, per 10 ms."),
                figure(
                        whole,
                        "The whole sale, per " + Text.slice(whole.width)
                                + ". Heights grow with the square root, so that the quiet times can be seen too."),
                note(sale.edge),
                Html.details(
                        "The first slices with attempts around the opening",
                        List.of("since opening", "attempts", "refused at the edge", "accepted"),
                        firstSlices(opening, sale.edge)));
    }

    private static String legend(Edge edge) {
        return edge.isLogged()
                ? Html.legend("c-edge", "refused at the edge", "c-refused", "refused by a stock", "c-paid", "accepted")
                : Html.legend("c-refused", "refused", "c-paid", "accepted");
    }

    private static String note(Edge edge) {
        return Html.note("An attempt's place is the instant that its decision carries"
                + (edge.isLogged()
                        ? "; of one that was refused at the edge, before a stock was asked, the instant of that refusal. At the"
                                + " edge a request that is sent again counts again."
                        : ".")
                + " " + edge.gaps());
    }

    private static long zoomEnd(SaleStory sale) {
        Instant empty = sale.units.firstEmpty();
        long interesting = empty == null ? LONGEST / 2 : SaleStory.micros(sale.opensAt(), empty) * 3 / 2;
        return Math.ceilDiv(Math.clamp(interesting, SHORTEST, LONGEST), ROUND) * ROUND;
    }

    private static String sentence(Rush rush, Edge edge) {
        int peak = 0;
        for (int slice = 0; slice < rush.attempts.length; slice++) {
            peak = rush.attempts[slice] > rush.attempts[peak] ? slice : peak;
        }
        return "Around the opening the busiest 10 ms held " + Text.count(rush.attempts[peak], "attempt", "attempts")
                + ", " + Text.count(rush.served[peak]) + " of them accepted, "
                + (edge.isLogged() ? Text.count(rush.atTheEdge[peak]) + " refused at the edge, " : "")
                + Text.duration(rush.from + peak * rush.width) + " after opening.";
    }

    private static String figure(Rush rush, String caption) {
        return Html.figure(caption, chart(rush, Frame.WIDE, caption), chart(rush, Frame.NARROW, caption));
    }

    private static String chart(Rush rush, Frame frame, String caption) {
        boolean zoomed = rush.to() - rush.from <= LONGEST + BEFORE;
        double unit = zoomed ? 1e3 : 1e6;
        DoubleUnaryOperator height = zoomed ? count -> count : Math::sqrt;
        double top = height.applyAsDouble(rush.most()) * 1.06;
        Plot plot = new Plot(frame, rush.from / unit, rush.to() / unit, 0, top, caption);
        double last = Double.NEGATIVE_INFINITY;
        for (long count : levels(rush, zoomed)) {
            double level = height.applyAsDouble(count);
            if (level - last > top / 7) {
                plot.height(level, Text.count(count));
                last = level;
            }
        }
        plot.widths(
                zoomed ? "milliseconds since opening" : "seconds since opening",
                "attempts per " + Text.slice(rush.width),
                Text::plain);
        double gap = frame.width() > 500 && rush.attempts.length < 250 ? 0.6 : 0;
        plot.bars("fill c-edge", rush.from / unit, rush.width / unit, heights(rush.withEdge(), height), gap);
        plot.bars("fill c-refused", rush.from / unit, rush.width / unit, heights(rush.decided(), height), gap);
        plot.bars("fill c-paid", rush.from / unit, rush.width / unit, heights(rush.served, height), gap);
        return plot.moment(0, "opens").done();
    }

    private static List<Long> levels(Rush rush, boolean even) {
        List<Long> levels = new ArrayList<>(List.of(0L));
        double step = Math.max(1, Scale.step(rush.most() / 5.0));
        for (long level = even ? (long) step : 1; level <= rush.most(); ) {
            levels.add(level);
            level = even ? level + (long) step : (long) Scale.step(level + 1);
        }
        return levels;
    }

    private static double[] heights(long[] counts, DoubleUnaryOperator height) {
        return Arrays.stream(counts).mapToDouble(height::applyAsDouble).toArray();
    }

    private static List<List<String>> firstSlices(Rush rush, Edge edge) {
        List<List<String>> rows = new ArrayList<>();
        for (int slice = 0; slice < rush.attempts.length && rows.size() < ROWS; slice++) {
            if (rush.attempts[slice] > 0) {
                rows.add(List.of(
                        Text.duration(rush.from + slice * rush.width),
                        Text.count(rush.attempts[slice]),
                        edge.isLogged() ? Text.count(rush.atTheEdge[slice]) : "not known",
                        Text.count(rush.served[slice])));
            }
        }
        return rows;
    }
}
