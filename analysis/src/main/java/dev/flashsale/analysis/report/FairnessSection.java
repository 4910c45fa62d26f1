package dev.flashsale.analysis.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Who came first, and who was served. */
final class FairnessSection {
    private static final int TENTHS = 10;

    private FairnessSection() {}

    static String of(SaleStory sale) {
        List<Attempt> contested =
                sale.attempts().stream().filter(Attempt::isContested).toList();
        if (contested.isEmpty()) {
            return "";
        }
        return Html.section(
                "fairness",
                "Was it fair?",
                Html.p(sentence(Fairness.of(contested))),
                Html.legend("c-held", "units held", "c-paid", "paid"),
                Html.figure(
                        "Share served, for each tenth of the decided attempts in their order of arrival.",
                        chart(contested, Frame.WIDE),
                        chart(contested, Frame.NARROW)),
                Html.table(
                        List.of("offer", "attempts", "served", "rho", "strictest", "served after a sold out"),
                        perOffer(contested)),
                Html.p(perShopper(sale)),
                Html.note(
                        "This is about attempts that a stock decided; those refused at the edge are not ranked, since a request that"
                                + " is sent again counts there each time. Order of arrival is the order in which attempts were"
                                + " decided, as stored. Left out are attempts that"
                                + " did not depend on it, such as too early ones and those over the limit. Who is served after somebody"
                                + " was told sold out got units that had come back in the meantime."),
                Html.details("Served by tenths", List.of("tenth", "attempts", "held", "paid"), tenths(contested)));
    }

    private static String sentence(Fairness fairness) {
        if (fairness.served() == fairness.attempts()) {
            return "Everybody who came in time was served, so the order of arrival did not matter.";
        }
        return "Spearman's rank correlation between arrival and being served is " + Text.decimal(fairness.rho(), 2)
                + "; the strictest first come, first served would be " + Text.decimal(fairness.strictest(), 2)
                + ". Below zero, early ones were preferred; zero would be a lottery; above zero, late ones were preferred. "
                + Text.count(fairness.served()) + " of " + Text.count(fairness.attempts()) + " attempts were served, "
                + Text.count(fairness.servedAfterFirstRefusal()) + " of them after the first refusal as sold out.";
    }

    private static String perShopper(SaleStory sale) {
        Map<String, Integer> paidPieces = new HashMap<>();
        sale.attempts()
                .forEach(attempt ->
                        paidPieces.merge(attempt.userId, attempt.isPaid() ? attempt.quantity : 0, Integer::sum));
        long buyers = paidPieces.values().stream().filter(pieces -> pieces > 0).count();
        int most = paidPieces.values().stream().max(Comparator.naturalOrder()).orElse(0);
        return Text.count(paidPieces.size(), "shopper", "shoppers") + " had an attempt decided, " + Text.count(buyers)
                + " bought something, and nobody bought more than " + Text.count(most, "piece", "pieces") + ".";
    }

    private static String chart(List<Attempt> contested, Frame frame) {
        double[] held = new double[TENTHS];
        double[] paid = new double[TENTHS];
        for (int tenth = 0; tenth < TENTHS; tenth++) {
            List<Attempt> part = tenth(contested, tenth);
            held[tenth] = percent(part.stream().filter(Attempt::got).count(), part.size());
            paid[tenth] = percent(part.stream().filter(Attempt::isPaid).count(), part.size());
        }
        return new Plot(frame, 0, 100, 0, 105, "Share of attempts served, by order of arrival")
                .axes(
                        "order of arrival (first to last, per cent)",
                        "share served",
                        Text::plain,
                        v -> Text.plain(v) + " %")
                .bars("fill c-held", 0, 10, held, 6)
                .bars("fill c-paid", 0, 10, paid, 6)
                .done();
    }

    private static double percent(long part, long whole) {
        return whole == 0 ? 0 : 100.0 * part / whole;
    }

    private static List<Attempt> tenth(List<Attempt> all, int tenth) {
        return all.subList(
                (int) ((long) all.size() * tenth / TENTHS), (int) ((long) all.size() * (tenth + 1) / TENTHS));
    }

    private static List<List<String>> tenths(List<Attempt> contested) {
        List<List<String>> rows = new ArrayList<>();
        for (int tenth = 0; tenth < TENTHS; tenth++) {
            List<Attempt> part = tenth(contested, tenth);
            rows.add(List.of(
                    Integer.toString(tenth + 1),
                    Text.count(part.size()),
                    Text.count(part.stream().filter(Attempt::got).count()),
                    Text.count(part.stream().filter(Attempt::isPaid).count())));
        }
        return rows;
    }

    private static List<List<String>> perOffer(List<Attempt> contested) {
        Map<String, List<Attempt>> offers = contested.stream()
                .collect(Collectors.groupingBy(attempt -> attempt.offerId, TreeMap::new, Collectors.toList()));
        List<List<String>> rows = new ArrayList<>();
        offers.forEach((offerId, attempts) -> {
            Fairness fairness = Fairness.of(attempts);
            rows.add(List.of(
                    offerId,
                    Text.count(fairness.attempts()),
                    Text.count(fairness.served()),
                    Text.decimal(fairness.rho(), 2),
                    Text.decimal(fairness.strictest(), 2),
                    Text.count(fairness.servedAfterFirstRefusal())));
        });
        return rows;
    }
}
