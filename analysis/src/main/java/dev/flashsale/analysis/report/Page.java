package dev.flashsale.analysis.report;

import dev.flashsale.analysis.audit.AuditReport;
import dev.flashsale.analysis.audit.ItemReport;
import dev.flashsale.analysis.audit.PurchaseCounts;
import dev.flashsale.analysis.audit.SaleReport;
import dev.flashsale.kernel.stock.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The whole page: no network, no script, one file.
 *
 * @param verdict its headline as one line of text
 * @param holds whether every rule held
 */
record Page(String html, String verdict, boolean holds) {
    /**
     * @param sales those to tell about; the proof is always about the whole store
     * @param madeBy what was typed, without the name of the file
     */
    static Page of(Story story, List<SaleStory> sales, String madeBy) {
        AuditReport report = story.audit.report();
        String title = sales.size() == 1 ? sales.getFirst().title() : sales.size() + " sales";
        StringBuilder html = new StringBuilder("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"color-scheme\" content=\"light dark\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
                + "<title>Flash sale report: " + Html.escape(title) + "</title>\n<style>\n" + styles()
                + "</style>\n</head>\n<body>\n<main>\n");
        for (SaleStory sale : sales) {
            SaleReport figures = report.sale(sale.saleId).orElseThrow();
            html.append(head(sale, figures, report.holds())).append(sections(sale, figures));
        }
        html.append(ProofSection.invariants(report))
                .append(ProofSection.hashes(story, report))
                .append(ProofSection.limits(story.edge.isKept()));
        html.append("<footer><p>Made by <code>flashsale ")
                .append(Html.escape(madeBy))
                .append(
                        "</code> from the event store"
                                + (story.edge.isKept() ? " and the attempts log" : "")
                                + " alone. All times are UTC. The same input makes the same page, byte for byte.</p></footer>\n</main>\n</body>\n</html>\n");
        return new Page(html.toString(), report.verdict(), report.holds());
    }

    private static String sections(SaleStory sale, SaleReport figures) {
        return UnitsSection.of(sale)
                + RushSection.of(sale)
                + OutcomeSection.of(sale, figures.purchases())
                + FairnessSection.of(sale)
                + StepsSection.of(sale)
                + ProcessSection.of(sale)
                + items(figures);
    }

    private static String head(SaleStory sale, SaleReport figures, boolean holds) {
        long stock = figures.sum(item -> item.allocated() + item.added());
        long sold = figures.sum(ItemReport::sold);
        PurchaseCounts counts = figures.purchases();
        long revenue = sale.attempts().stream()
                .filter(Attempt::isPaid)
                .mapToLong(attempt -> attempt.amountMinor)
                .sum();
        return "<header>\n<p class=\"kind\">Flash sale report</p>\n<h1>" + Html.escape(sale.title()) + "</h1>\n"
                + "<p class=\"id\">" + Html.escape(sale.saleId) + " · opened " + sale.opensAt() + "</p>\n"
                + "<p class=\"verdict " + (holds ? "good" : "bad") + "\"><strong>" + (holds ? "✓ " : "✗ ") + "Sold "
                + Text.count(sold) + " of " + Text.count(stock, "unit", "units") + ".</strong> "
                + promise(sale, figures)
                + (holds ? " Every rule held at every event." : " Some rules are broken; see below.") + "</p>\n"
                + tiles(
                        "attempts",
                        Text.count(counts.total() + sale.edge.count()),
                        "paid",
                        Text.count(counts.paid()),
                        "refused",
                        Text.count(counts.refused() + sale.edge.count()),
                        "expired",
                        Text.count(counts.expired()),
                        "expired, then resold",
                        Text.count(figures.sum(ItemReport::expiredResold), "unit", "units"),
                        "revenue",
                        Text.money(revenue, sale.currency()))
                + edge(sale.edge, counts)
                + "</header>\n";
    }

    private static String edge(Edge edge, PurchaseCounts counts) {
        return Html.note(
                edge.isLogged()
                        ? "Of the attempts, " + Text.count(edge.count())
                                + " were refused at the edge, before a stock was asked, and "
                                + Text.count(counts.total())
                                + " were asked of a stock."
                        : "Attempts are those that a stock decided: this source keeps no attempts log.");
    }

    private static String promise(SaleStory sale, SaleReport figures) {
        long oversold = figures.sum(ItemReport::oversold);
        long undersold = figures.sum(ItemReport::undersold);
        long free = figures.sum(ItemReport::available);
        if (oversold > 0 || undersold > 0) {
            return "Oversold by " + Text.count(oversold) + ", undersold by " + Text.count(undersold) + ".";
        }
        if (free == 0) {
            return "Not one too many, not one too few.";
        }
        boolean soldOut = figures.purchases().refusedFor().containsKey(Refusal.SOLD_OUT.name())
                || sale.edge.reasons().containsKey(Refusal.SOLD_OUT.name());
        return "Not one too many. " + Text.count(free, "unit is", "units are") + " free"
                + (soldOut ? "; somebody had been told sold out before they came back." : ".");
    }

    private static String tiles(String... namesAndValues) {
        StringBuilder html = new StringBuilder("<dl class=\"tiles\">\n");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            html.append("<div><dt>").append(Html.escape(namesAndValues[i]));
            html.append("</dt><dd>").append(Html.escape(namesAndValues[i + 1])).append("</dd></div>\n");
        }
        return html.append("</dl>\n").toString();
    }

    private static String items(SaleReport figures) {
        List<List<String>> rows = new ArrayList<>();
        for (ItemReport item : figures.items()) {
            rows.add(List.of(
                    item.itemId(),
                    Text.count(item.buckets()),
                    Text.count(item.allocated() + item.added()),
                    Text.count(item.sold()),
                    Text.count(item.reserved()),
                    Text.count(item.available()),
                    Text.count(item.released()),
                    Text.count(item.expiredResold())));
        }
        return Html.section(
                "items",
                "Items",
                Html.table(
                        List.of("item", "buckets", "stock", "paid", "held", "free", "given back", "expired, resold"),
                        rows));
    }

    private static String styles() {
        try (InputStream css = Objects.requireNonNull(Page.class.getResourceAsStream("report.css"))) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
