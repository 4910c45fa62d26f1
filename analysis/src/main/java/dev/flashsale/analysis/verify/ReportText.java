package dev.flashsale.analysis.verify;

import dev.flashsale.analysis.audit.AuditReport;
import dev.flashsale.analysis.audit.Comparison;
import dev.flashsale.analysis.audit.EdgeRefusals;
import dev.flashsale.analysis.audit.Finding;
import dev.flashsale.analysis.audit.ItemReport;
import dev.flashsale.analysis.audit.PurchaseCounts;
import dev.flashsale.analysis.audit.SaleReport;
import dev.flashsale.analysis.audit.Violation;
import java.util.Locale;

/** A report for people. */
public final class ReportText {
    private ReportText() {}

    /** The report as lines of text, the verdict last. */
    public static String of(AuditReport report) {
        return text(report, "");
    }

    static String of(AuditReport report, Speed speed) {
        return text(
                report,
                String.format(
                        Locale.ROOT,
                        ", read and checked in %.1f s: %,d a second",
                        speed.seconds(),
                        speed.eventsPerSecond(report.events())));
    }

    private static String text(AuditReport report, String speed) {
        StringBuilder text = new StringBuilder();
        line(text, "%,d events, the last one at index %,d%s", report.events(), report.lastIndex(), speed);
        report.unknownTypes().forEach((type, count) -> line(text, "  %,d of another kind: %s", count, type));
        report.sales().forEach(sale -> sale(text, sale));
        findings(text, report);
        line(text, "");
        text.append(report.holds() ? "HOLDS   " : "BROKEN  ").append(report.verdict());
        return text.toString();
    }

    private static void sale(StringBuilder text, SaleReport sale) {
        PurchaseCounts purchases = sale.purchases();
        line(text, "");
        line(text, "Sale %s %s", sale.saleId(), sale.title());
        line(
                text,
                "  purchases %,d: paid %,d, expired %,d, cancelled %,d, refused %,d %s, open %,d",
                purchases.total(),
                purchases.paid(),
                purchases.expired(),
                purchases.cancelled(),
                purchases.refused(),
                purchases.refusedFor(),
                purchases.open());
        line(
                text,
                "  %-20s %8s %8s %8s %8s %10s %9s %9s %9s",
                "item",
                "stock",
                "sold",
                "held",
                "free",
                "given back",
                "resold",
                "oversold",
                "undersold");
        sale.items().forEach(item -> item(text, item));
    }

    private static void item(StringBuilder text, ItemReport item) {
        line(
                text,
                "  %-20s %8d %8d %8d %8d %10d %9d %9d %9d",
                item.itemId(),
                item.allocated() + item.added(),
                item.sold(),
                item.reserved(),
                item.available(),
                item.released(),
                item.expiredResold(),
                item.oversold(),
                item.undersold());
    }

    private static void findings(StringBuilder text, AuditReport report) {
        line(text, "");
        line(text, "%-6s %12s %11s  %s", "", "checked", "violations", "");
        for (Finding finding : report.findings()) {
            line(
                    text,
                    "%-6s %,12d %,11d  %s",
                    finding.code(),
                    finding.checked(),
                    finding.violations(),
                    finding.sentence());
            if (finding.firstIndex() != null) {
                line(text, "       first at %,d", finding.firstIndex());
            }
            for (Violation violation : finding.samples()) {
                line(text, "       at %,d: %s: %s", violation.globalIndex(), violation.subject(), violation.detail());
            }
        }
        for (Comparison comparison : report.comparisons()) {
            boolean same = comparison.one().equals(comparison.other());
            line(
                    text,
                    "%-6s %,9d keys  %-22s sha256 %s %s",
                    comparison.code(),
                    comparison.keys(),
                    comparison.family(),
                    comparison.one(),
                    same ? "both times" : "and " + comparison.other());
        }
        report.notLookedAt().forEach((code, why) -> line(text, "%-6s not looked at: %s", code, why));
        EdgeRefusals edge = report.edge();
        if (edge != null) {
            line(
                    text,
                    "%,d attempts refused before a stock decided are in the log, %,d were dropped%s",
                    edge.kept(),
                    edge.dropped(),
                    edge.runsWithoutEnd() == 0 ? "" : ", " + edge.runsWithoutEnd() + " runs have no end yet");
        }
        if (report.soldOutSeenLate() > 0) {
            line(text, "%,d refusals as sold out were overtaken by units coming back", report.soldOutSeenLate());
        }
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }
}
