package dev.flashsale.analysis.report;

import dev.flashsale.analysis.report.UnitsCurve.Point;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Where the units were, over time. */
final class UnitsSection {
    private static final int ROWS = 24;

    private UnitsSection() {}

    static String of(SaleStory sale) {
        List<Point> points = sale.units.points();
        if (points.isEmpty()) {
            return Html.section("units", "Where the units were", Html.p("No bucket was ever filled."));
        }
        return Html.section(
                "units",
                "Where the units were",
                Html.p(sentence(sale)),
                Html.legend("c-free", "free", "c-held", "held by a reservation", "c-paid", "paid"),
                Html.figure(
                        "Units over seconds since opening. The three bands always add up to the stock.",
                        chart(sale, Frame.WIDE),
                        chart(sale, Frame.NARROW)),
                Html.details("The curve as a table", List.of("since opening", "free", "held", "paid"), rows(sale)));
    }

    private static String sentence(SaleStory sale) {
        Point end = sale.units.points().getLast();
        Instant empty = sale.units.firstEmpty();
        String gone = empty == null
                ? "There was always a unit left."
                : "The last free unit was taken " + Text.duration(SaleStory.micros(sale.opensAt(), empty))
                        + " after opening; units that came back later could be sold again.";
        return gone + " At the end " + Text.count(end.paid()) + " of " + Text.count(end.total()) + " were paid, "
                + Text.count(end.held()) + " held and " + Text.count(end.free()) + " free.";
    }

    private static String chart(SaleStory sale, Frame frame) {
        List<Point> points = sale.units.points();
        double end = Math.max(1e-3, seconds(sale, points.getLast()) * 1.02);
        double begin = Math.min(-end * 0.02, -1e-3);
        long most = points.stream().mapToLong(Point::total).max().orElse(1);
        Plot plot = new Plot(frame, begin, end, 0, most * 1.04, "Units free, held and paid over time");
        plot.axes("seconds since opening", "units", Text::plain, Text::plain);
        List<Point> drawn = thinned(sale, plot.x());
        plot.path("fill c-free", area(sale, drawn, plot, Point::total));
        plot.path("fill c-held", area(sale, drawn, plot, point -> point.paid() + point.held()));
        plot.path("fill c-paid", area(sale, drawn, plot, Point::paid));
        @Nullable Instant empty = sale.units.firstEmpty();
        if (empty != null) {
            plot.moment(SaleStory.micros(sale.opensAt(), empty) / 1e6, "first sold out");
        }
        return plot.done();
    }

    private static double seconds(SaleStory sale, Point point) {
        return SaleStory.micros(sale.opensAt(), point.at()) / 1e6;
    }

    /** More points than pixels cannot be seen: of those in one pixel the last counts. */
    private static List<Point> thinned(SaleStory sale, Scale x) {
        List<Point> thinned = new ArrayList<>();
        double pixel = Double.NEGATIVE_INFINITY;
        for (Point point : sale.units.points()) {
            double here = Math.floor(x.at(Math.max(x.min(), seconds(sale, point))));
            if (here == pixel) {
                thinned.removeLast();
            }
            thinned.add(point);
            pixel = here;
        }
        return thinned;
    }

    private static String area(SaleStory sale, List<Point> points, Plot plot, ToLongFunction<Point> height) {
        Scale x = plot.x();
        Scale y = plot.y();
        StringBuilder data = new StringBuilder("M" + Text.plain(x.from()) + " " + Text.plain(y.at(0)));
        for (Point point : points) {
            data.append('H').append(Text.plain(x.at(Math.max(x.min(), seconds(sale, point)))));
            data.append('V').append(Text.plain(y.at(height.applyAsLong(point))));
        }
        return data.append('H')
                .append(Text.plain(x.to()))
                .append('V')
                .append(Text.plain(y.at(0)))
                .append('Z')
                .toString();
    }

    private static List<List<String>> rows(SaleStory sale) {
        List<Point> points = sale.units.points();
        List<List<String>> rows = new ArrayList<>();
        int rowCount = Math.min(ROWS, points.size());
        for (int row = 0; row < rowCount; row++) {
            Point point = points.get(rowCount == 1 ? 0 : (int) ((long) row * (points.size() - 1) / (rowCount - 1)));
            rows.add(List.of(
                    Text.duration(SaleStory.micros(sale.opensAt(), point.at())),
                    Text.count(point.free()),
                    Text.count(point.held()),
                    Text.count(point.paid())));
        }
        return rows;
    }
}
