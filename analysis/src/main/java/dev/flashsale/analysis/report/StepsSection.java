package dev.flashsale.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How long each step took, as far as the store can know. */
final class StepsSection {
    private static final int[] PER_MILLE = {500, 900, 990, 999, 1_000};
    private static final int ROW_HEIGHT = 34;

    private StepsSection() {}

    static String of(SaleStory sale) {
        if (sale.steps().isEmpty()) {
            return "";
        }
        return Html.section(
                "steps",
                "How long each step took",
                Html.legend(
                        "c-held",
                        "median",
                        "c-free",
                        "90 %",
                        "c-refused",
                        "99 %",
                        "c-range",
                        "longest (end of the line)"),
                Html.figure(
                        "Each line runs from the median to the longest. The axis is logarithmic.",
                        chart(sale, Frame.WIDE),
                        chart(sale, Frame.NARROW)),
                Html.table(List.of("step", "samples", "50 %", "90 %", "99 %", "99.9 %", "longest"), rows(sale)),
                Html.note(
                        "Conditions: both ends of a step are instants in stored events, by the clocks of those who wrote"
                                + " them. What a shopper waited is not known here: neither the way to the server nor the queue before"
                                + " the decision is in the store, so this says nothing about response times, and no correction for"
                                + " coordinated omission applies. The machine and the load are not in the store either."),
                Html.details("What the steps are", List.of("step", "meaning"), meanings(sale)));
    }

    private static String chart(SaleStory sale, Frame wide) {
        int rows = sale.steps().size();
        boolean narrow = wide.width() < 500;
        int left = narrow ? 14 : 262;
        int rowHeight = narrow ? ROW_HEIGHT + 10 : ROW_HEIGHT;
        Frame frame = new Frame(wide.width(), rows * rowHeight + 62, left, 24, 14, 44, wide.ticks());
        double most = sale.steps().values().stream()
                .mapToLong(samples -> samples.percentile(1_000))
                .max()
                .orElse(1);
        double least = sale.steps().values().stream()
                .mapToLong(samples -> samples.percentile(500))
                .min()
                .orElse(1);
        Plot plot = new Plot(frame, log(least) - 0.2, Math.max(log(most), log(least) + 1) + 0.1, 0, rows, "Steps");
        for (double power = Math.ceil(plot.x().min()); power <= plot.x().max(); power++) {
            double place = plot.x().at(power);
            plot.line("grid", place, frame.top(), place, frame.plotBottom());
            plot.text("tick mid", place, frame.plotBottom() + 16, round(power));
        }
        plot.text("name end", frame.plotRight(), frame.height() - 6, "time taken, logarithmic");
        int row = 0;
        for (Map.Entry<Step, Samples> step : sale.steps().entrySet()) {
            double middle = frame.top() + (row++ + (narrow ? 0.7 : 0.5)) * rowHeight;
            if (narrow) {
                plot.text("label", left, middle - 12, step.getKey().label);
            } else {
                plot.text("label end", left - 14, middle + 4, step.getKey().label);
            }
            range(plot, step.getValue(), middle);
        }
        return plot.done();
    }

    private static void range(Plot plot, Samples samples, double middle) {
        double[] places = new double[PER_MILLE.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = plot.x().at(Math.max(plot.x().min(), log(samples.percentile(PER_MILLE[i]))));
        }
        plot.line("range", places[0], middle, places[4], middle);
        plot.line("range", places[4], middle - 6, places[4], middle + 6);
        plot.circle("fill c-refused", places[2], middle, 4.5);
        plot.circle("fill c-free", places[1], middle, 5);
        plot.circle("fill c-held", places[0], middle, 6);
    }

    private static double log(double micros) {
        return Math.log10(Math.max(1, micros));
    }

    private static String round(double power) {
        long micros = (long) Math.pow(10, power);
        if (micros < 1_000) {
            return micros + " µs";
        }
        return micros < 1_000_000 ? micros / 1_000 + " ms" : Text.count(micros / 1_000_000) + " s";
    }

    private static List<List<String>> rows(SaleStory sale) {
        List<List<String>> rows = new ArrayList<>();
        sale.steps().forEach((step, samples) -> {
            List<String> row = new ArrayList<>(List.of(step.label, Text.count(samples.size())));
            for (int perMille : PER_MILLE) {
                row.add(Text.duration(samples.percentile(perMille)));
            }
            rows.add(row);
        });
        return rows;
    }

    private static List<List<String>> meanings(SaleStory sale) {
        return sale.steps().keySet().stream()
                .map(step -> List.of(step.label, step.meaning))
                .toList();
    }
}
