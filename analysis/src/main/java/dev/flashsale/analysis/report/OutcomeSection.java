package dev.flashsale.analysis.report;

import dev.flashsale.analysis.audit.PurchaseCounts;
import dev.flashsale.analysis.report.Html.Bar;
import dev.flashsale.kernel.attempt.GateReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What became of the attempts: the way from trying to paying, and why some were refused. */
final class OutcomeSection {
    private OutcomeSection() {}

    static String of(SaleStory sale, PurchaseCounts counts) {
        return Html.section(
                "outcomes",
                "What became of the attempts",
                Html.bars("From trying to paying", funnel(sale, counts)),
                Html.bars("Refused by a stock, by reason", refusals(counts.refusedFor(), "by a stock", "c-refused")),
                edge(sale.edge),
                Html.note(
                        "A purchase counts once, by its own end. A bundle that one of its items refused is refused, even if"
                                + " another item was held for a moment."));
    }

    private static List<Bar> funnel(SaleStory sale, PurchaseCounts counts) {
        long all = counts.total() + sale.edge.count();
        long reserved = sale.attempts().stream().filter(Attempt::got).count();
        long placed = sale.attempts().stream()
                .filter(attempt -> attempt.placedAt != null)
                .count();
        List<Bar> bars = new ArrayList<>(List.of(
                new Bar("tried", all, "", "c-refused"),
                new Bar("units held", reserved, Text.percent(reserved, all) + " of tried", "c-held"),
                new Bar("order placed", placed, Text.percent(placed, reserved) + " of held", "c-held"),
                new Bar("paid", counts.paid(), Text.percent(counts.paid(), placed) + " of orders", "c-paid"),
                new Bar("expired", counts.expired(), Text.percent(counts.expired(), reserved) + " of held", "c-free"),
                new Bar(
                        "cancelled",
                        counts.cancelled(),
                        Text.percent(counts.cancelled(), reserved) + " of held",
                        "c-free")));
        if (sale.edge.isLogged()) {
            bars.add(
                    1,
                    new Bar(
                            "asked of a stock",
                            counts.total(),
                            Text.percent(counts.total(), all) + " of tried",
                            "c-refused"));
        }
        if (counts.open() > 0) {
            bars.add(new Bar("not ended yet", counts.open(), Text.percent(counts.open(), all) + " of tried", "c-free"));
        }
        return bars;
    }

    private static String edge(Edge edge) {
        if (!edge.isLogged()) {
            return Html.note(edge.gaps());
        }
        return Html.bars(
                        "Refused at the edge, before a stock was asked, by reason",
                        refusals(some(edge, reason -> !GateReason.isOne(reason)), "at the edge", "c-edge"))
                + gate(some(edge, GateReason::isOne))
                + Html.note(
                        "Overloaded are those told to come back because more were waiting than could be served. At the"
                                + " edge each request counts, also when it is one that is sent again. " + edge.gaps());
    }

    private static Map<String, Long> some(Edge edge, Predicate<String> reasons) {
        return edge.reasons().entrySet().stream()
                .filter(count -> reasons.test(count.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** A sale that let everybody try has no gate to speak of. */
    private static String gate(Map<String, Long> reasons) {
        if (reasons.isEmpty()) {
            return "";
        }
        String meanings = new TreeMap<>(reasons)
                .keySet().stream()
                        .flatMap(reason -> GateReason.of(reason).stream())
                        .map(reason -> Text.words(reason.name()) + ": " + reason.meaning())
                        .collect(Collectors.joining("; "));
        return Html.bars("Turned away at the gate, as the sale demanded", refusals(reasons, "at the gate", "c-edge"))
                + Html.note("In words: " + meanings + ". They count as refused at the edge in all sums.");
    }

    private static List<Bar> refusals(Map<String, Long> reasons, String where, String style) {
        long all = reasons.values().stream().mapToLong(Long::longValue).sum();
        if (all == 0) {
            return List.of(new Bar("nobody was refused", 0, "", style));
        }
        List<Bar> bars = new ArrayList<>();
        new TreeMap<>(reasons)
                .entrySet().stream()
                        .sorted((a, b) -> Long.compare(b.getValue(), a.getValue()))
                        .forEach(reason -> bars.add(new Bar(
                                Text.words(reason.getKey()),
                                reason.getValue(),
                                Text.percent(reason.getValue(), all) + " of refused " + where,
                                style)));
        return bars;
    }
}
