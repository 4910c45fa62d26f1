package dev.flashsale.analysis.trace;

import dev.flashsale.analysis.audit.OrderRow;
import dev.flashsale.analysis.trace.Trace.EdgeRefusal;
import dev.flashsale.analysis.trace.Trace.PurchaseTrace;
import dev.flashsale.kernel.attempt.GateReason;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A trace as a tree for people. */
final class TraceText {
    private TraceText() {}

    static void print(Trace trace, PrintWriter out) {
        for (PurchaseTrace purchase : trace.purchases()) {
            out.printf(
                    Locale.ROOT,
                    "Purchase %s: %s, %,.3f ms from first event to last%n",
                    purchase.purchaseId(),
                    purchase.outcome(),
                    purchase.tookMs());
            out.printf(
                    "  %d × %s for user %s in sale %s%n",
                    purchase.quantity(), purchase.offerId(), purchase.userId(), purchase.saleId());
            branches(purchase.steps(), "  ", out);
            out.println("  order row: " + row(purchase.orderRow(), purchase.outcome()));
            out.println();
        }
        edge(trace.edgeRefusals(), out);
        trace.notLookedAt().forEach(place -> out.println("Not looked at: " + place));
        out.println("Commands are not stored: their names follow from the events, their times from their ids.");
    }

    private static void branches(List<Step> steps, String indent, PrintWriter out) {
        for (int i = 0; i < steps.size(); i++) {
            boolean last = i == steps.size() - 1;
            out.println(indent + (last ? "└─ " : "├─ ") + line(steps.get(i)));
            branches(steps.get(i).then(), indent + (last ? "   " : "│  "), out);
        }
    }

    private static String line(Step step) {
        String name = step.index() == null
                ? step.name() + " by " + step.by()
                : String.format(Locale.ROOT, "#%d %s", step.index(), step.name());
        return String.format(
                        Locale.ROOT,
                        "%s  +%,.3f ms  (%,.3f)  %s",
                        name,
                        step.sinceBeforeMs(),
                        step.sinceStartMs(),
                        step.index() == null ? step.at() : step.detail())
                .stripTrailing();
    }

    private static String row(@Nullable OrderRow row, String outcome) {
        if (row == null) {
            return "none";
        }
        boolean open = row.status().equals("AWAITING_PAYMENT") && outcome.equals("OPEN");
        return row.status()
                + (open || row.status().equals(outcome) ? ", as the events say" : ", the events say " + outcome);
    }

    private static void edge(List<EdgeRefusal> refusals, PrintWriter out) {
        if (refusals.isEmpty()) {
            return;
        }
        out.printf(Locale.ROOT, "Refused at the edge, without an event: %,d times%n", refusals.size());
        for (EdgeRefusal refusal : refusals) {
            out.printf(
                    "  %s  %s  %s%s%s%n",
                    refusal.at(),
                    refusal.reason(),
                    refusal.offerId() == null ? "" : refusal.offerId(),
                    GateReason.of(refusal.reason())
                            .map(reason -> "  (at the gate: " + reason.meaning() + ")")
                            .orElse(""),
                    refusal.userVerified() ? "" : "  (whoever it was only claimed this id)");
        }
        out.println();
    }
}
