package dev.flashsale.analysis.report;

import dev.flashsale.analysis.audit.PurchaseCounts;
import dev.flashsale.analysis.report.Html.Bar;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What became of the attempts: the way from trying to paying, and why some were refused. */
final class OutcomeSection {
    private OutcomeSection() {}

    static String of(SaleStory sale, PurchaseCounts counts) {
        return Html.section(
                "outcomes",
                "What became of the attempts",
                Html.bars("From trying to paying", funnel(sale, counts)),
                Html.bars("Refusals by reason", refusals(counts)),
                Html.note(
                        "A purchase counts once, by its own end. A bundle that one of its items refused is refused, even if"
                                + " another item was held for a moment."));
    }

    private static List<Bar> funnel(SaleStory sale, PurchaseCounts counts) {
        long all = counts.total();
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
        if (counts.open() > 0) {
            bars.add(new Bar("not ended yet", counts.open(), Text.percent(counts.open(), all) + " of all", "c-free"));
        }
        return bars;
    }

    private static List<Bar> refusals(PurchaseCounts counts) {
        if (counts.refused() == 0) {
            return List.of(new Bar("nobody was refused", 0, "", "c-refused"));
        }
        List<Bar> bars = new ArrayList<>();
        new TreeMap<>(counts.refusedFor())
                .entrySet().stream()
                        .sorted((a, b) -> Long.compare(b.getValue(), a.getValue()))
                        .forEach(reason -> bars.add(new Bar(
                                Text.words(reason.getKey()),
                                reason.getValue(),
                                Text.percent(reason.getValue(), counts.refused()) + " of refused",
                                "c-refused")));
        return bars;
    }
}
