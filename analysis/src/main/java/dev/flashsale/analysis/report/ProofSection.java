package dev.flashsale.analysis.report;

import dev.flashsale.analysis.audit.AuditReport;
import dev.flashsale.analysis.audit.Finding;
import dev.flashsale.analysis.audit.ItemReport;
import dev.flashsale.analysis.audit.SaleReport;
import dev.flashsale.analysis.audit.Violation;
import dev.flashsale.analysis.ledger.Purchase;
import dev.flashsale.analysis.ledger.StoredEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Why this page is to be believed: the rules that were checked, and the hashes of what was read. */
final class ProofSection {
    private ProofSection() {}

    static String invariants(AuditReport report) {
        StringBuilder html = new StringBuilder("<div class=\"scroll\"><table>\n<thead><tr><th scope=\"col\">rule</th>"
                + "<th scope=\"col\">what holds</th><th scope=\"col\">checked</th><th scope=\"col\">broken</th>"
                + "<th scope=\"col\">verdict</th></tr></thead>\n<tbody>\n");
        List<List<String>> broken = new ArrayList<>();
        for (Finding finding : report.findings()) {
            boolean holds = finding.violations() == 0;
            html.append("<tr><th scope=\"row\">").append(Html.escape(finding.code()));
            html.append("</th><td class=\"words\">").append(Html.escape(finding.sentence()));
            html.append("</td><td>").append(Text.count(finding.checked()));
            html.append("</td><td>").append(Text.count(finding.violations()));
            html.append(
                    holds
                            ? "</td><td class=\"good\">✓ holds</td></tr>\n"
                            : "</td><td class=\"bad\">✗ broken</td></tr>\n");
            for (Violation violation : finding.samples()) {
                broken.add(List.of(
                        finding.code(), Text.count(violation.globalIndex()), violation.subject(), violation.detail()));
            }
        }
        html.append("</tbody></table></div>\n");
        return Html.section(
                "proof",
                "What must be true, checked at every event",
                html.toString(),
                broken.isEmpty() ? "" : Html.table(List.of("rule", "at index", "of", "what is wrong"), broken));
    }

    static String hashes(Story story, AuditReport report) {
        StoredEvent first = story.first();
        StoredEvent last = story.last();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("events read", Text.count(report.events())));
        if (first != null && last != null) {
            rows.add(List.of("range of global index", first.globalIndex() + " to " + last.globalIndex()));
            rows.add(List.of("range of time (UTC)", first.timestamp() + " to " + last.timestamp()));
        }
        rows.add(List.of("SHA-256 of the events", story.hash.hex()));
        rows.add(List.of("SHA-256 of the outcome", outcome(story, report)));
        rows.addAll(story.edge.facts());
        List<List<String>> types = new ArrayList<>();
        story.types().forEach((type, count) -> types.add(List.of(type, Text.count(count))));
        return Html.section(
                "hashes",
                "What was read",
                Html.table(List.of("", ""), rows).replace("<table>", "<table class=\"facts\">"),
                Html.note(
                        "The first hash is over one line per event: global index, aggregate, sequence number, event id,"
                                + " instant, type and JSON with sorted names, joined by tabs. The second is over every purchase's end and"
                                + " every item's units, sorted. Where there is an attempts log, a third is over one line per refusal, in the log's"
                                + " order: microseconds since 1970, sale, offer, quantity, reason, user, whether the user was verified,"
                                + " purchase. Who has the same input gets the same hashes, and the same page."),
                Html.details("Events by type", List.of("type", "events"), types));
    }

    private static String outcome(Story story, AuditReport report) {
        RangeHash hash = new RangeHash();
        story.audit.ledger().purchases().stream()
                .sorted(Comparator.comparing(Purchase::purchaseId))
                .forEach(purchase -> hash.line(purchase.purchaseId() + "\t" + purchase.outcome()));
        for (SaleReport sale : report.sales()) {
            sale.items().stream()
                    .sorted(Comparator.comparing(ItemReport::itemId))
                    .forEach(item -> hash.line(sale.saleId() + "\t" + item.itemId() + "\t" + item.sold() + "\t"
                            + item.reserved() + "\t" + item.available()));
        }
        return hash.hex();
    }

    /** @param attemptsLog whether what the edge refused was read */
    static String limits(boolean attemptsLog) {
        return Html.section(
                "limits",
                "What is not in this report",
                "<ul>\n"
                        + (attemptsLog
                                ? "<li>Requests that were lost on the way, that the attempts log did not keep, or that were"
                                        + " never sent because a page already said sold out.</li>\n"
                                        + "<li>Whether each sold out that the edge said was true; <code>verify</code> asks that.</li>\n"
                                : "<li>Requests that no decision was made on: those turned away at the edge, of which this"
                                        + " source keeps no log, lost on the way, or never sent because a page already said sold"
                                        + " out.</li>\n")
                        + "<li>Response times as shoppers saw them. The store has no instant of a request's arrival or of its"
                        + " answer.</li>\n"
                        + "<li>People. A shopper is a user id; one person with two accounts is two shoppers.</li>\n"
                        + "<li>Views of the sale, and whether the views were up to date.</li>\n"
                        + "<li>Money beyond what the payment provider reported.</li>\n"
                        + "</ul>\n");
    }
}
