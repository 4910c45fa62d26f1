package dev.flashsale.analysis.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The purchase processes: from the first reservation until nothing is left to do, and what they took back. */
final class ProcessSection {
    private static final int SLICES = 40;

    private ProcessSection() {}

    static String of(SaleStory sale) {
        Map<String, Samples> lasted = lasted(sale);
        if (lasted.isEmpty()) {
            return "";
        }
        return Html.section(
                "processes",
                "Processes and what they took back",
                Html.legend("c-free", "given back", "c-paid", "paid and delivered"),
                Html.figure(
                        "How long purchases lasted, from the reservation until their units were sold or free again.",
                        chart(sale, Frame.WIDE),
                        chart(sale, Frame.NARROW)),
                Html.table(List.of("ended by", "processes", "50 %", "90 %", "99 %", "longest"), durations(lasted)),
                Html.table(List.of("compensation", "times"), compensations(sale)),
                Html.note("A process that has not ended yet is not in this chart. A given-back reservation counts as a"
                        + " compensation; so does a payment that came too late and was returned."));
    }

    private static @Nullable Long micros(Attempt attempt) {
        Instant end = attempt.settledAt;
        return attempt.reserved && end != null ? SaleStory.micros(attempt.storedAt, end) : null;
    }

    private static String end(Attempt attempt) {
        return attempt.isPaid()
                ? "PAID"
                : attempt.released == null ? "CONFIRMED WITHOUT PAYMENT" : attempt.released.name();
    }

    private static Map<String, Samples> lasted(SaleStory sale) {
        Map<String, Samples> lasted = new TreeMap<>();
        for (Attempt attempt : sale.attempts()) {
            Long micros = micros(attempt);
            if (micros != null) {
                lasted.computeIfAbsent(end(attempt), end -> new Samples()).add(micros);
            }
        }
        return lasted;
    }

    private static String chart(SaleStory sale, Frame frame) {
        long longest = 1;
        for (Attempt attempt : sale.attempts()) {
            Long micros = micros(attempt);
            longest = micros == null ? longest : Math.max(longest, micros);
        }
        long width = (long) Math.max(1_000, Scale.step(longest / (double) SLICES));
        int slices = (int) (longest / width) + 1;
        double[] all = new double[slices];
        double[] paid = new double[slices];
        double most = 1;
        for (Attempt attempt : sale.attempts()) {
            Long micros = micros(attempt);
            if (micros != null && micros >= 0) {
                int slice = (int) (micros / width);
                all[slice]++;
                paid[slice] += attempt.isPaid() ? 1 : 0;
                most = Math.max(most, all[slice]);
            }
        }
        return new Plot(frame, 0, slices * width / 1e6, 0, most * 1.1, "How long processes lasted")
                .axes("seconds", "purchases per " + Text.slice(width), Text::plain, Text::plain)
                .bars("fill c-free", 0, width / 1e6, all, 1.5)
                .bars("fill c-paid", 0, width / 1e6, paid, 1.5)
                .done();
    }

    private static List<List<String>> durations(Map<String, Samples> lasted) {
        List<List<String>> rows = new ArrayList<>();
        lasted.forEach((end, samples) -> rows.add(List.of(
                Text.words(end),
                Text.count(samples.size()),
                Text.duration(samples.percentile(500)),
                Text.duration(samples.percentile(900)),
                Text.duration(samples.percentile(990)),
                Text.duration(samples.percentile(1_000)))));
        return rows;
    }

    private static List<List<String>> compensations(SaleStory sale) {
        List<List<String>> rows = new ArrayList<>();
        sale.releases.forEach((reason, count) ->
                rows.add(List.of("reservation given back: " + Text.words(reason), Text.count(count))));
        sale.unapplied.forEach(
                (reason, count) -> rows.add(List.of("payment not applied: " + Text.words(reason), Text.count(count))));
        rows.add(List.of("payment returned", Text.count(sale.refunds)));
        return rows;
    }
}
