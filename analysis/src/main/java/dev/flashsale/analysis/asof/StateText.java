package dev.flashsale.analysis.asof;

import dev.flashsale.analysis.asof.SaleState.BucketState;
import dev.flashsale.analysis.asof.SaleState.ItemState;
import dev.flashsale.analysis.text.TextTable;
import dev.flashsale.kernel.attempt.GateReason;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** States and their differences for people. */
final class StateText {
    private StateText() {}

    static void cut(String label, Cut cut, PrintWriter out) {
        out.printf(Locale.ROOT, "%-9s event %,d, stored at %s", label, cut.index(), cut.timestamp());
        out.print(cut.sameInstantAfter() == 0 ? "; no later event shares this instant" : "");
        if (cut.sameInstantAfter() > 0) {
            out.printf(Locale.ROOT, "; %,d later events share this instant", cut.sameInstantAfter());
        }
        if (cut.laterTimesBefore() > 0) {
            out.printf(Locale.ROOT, "; %,d events before it carry a later time", cut.laterTimesBefore());
        }
        out.println();
    }

    static void state(SaleState sale, PrintWriter out) {
        out.printf("%nSale %s %s: %s%n%n", sale.saleId(), sale.title(), sale.status());
        TextTable stock = new TextTable("  ", "stock", "units", "available", "in transit", "reserved", "sold");
        for (ItemState item : sale.items()) {
            stock.row(item.itemId(), item.stock(), item.available(), item.inTransit(), item.reserved(), item.sold());
            if (item.buckets().size() > 1) {
                for (BucketState bucket : item.buckets()) {
                    stock.row(
                            "  bucket "
                                    + bucket.stockId()
                                            .substring(bucket.stockId().lastIndexOf(':') + 1),
                            null,
                            bucket.available(),
                            null,
                            bucket.reserved(),
                            bucket.sold());
                }
            }
        }
        stock.print(out);
        out.println();
        counts("Reservations", sale.reservations(), out);
        counts("Orders", sale.orders(), out);
        counts("Refusals", sale.refusals(), out);
        if (sale.edgeRefusals() == null) {
            out.printf("  %-13s%s%n", "At the edge", "this source has no log of attempts");
        } else {
            counts("At the gate", some(sale.edgeRefusals(), GateReason::isOne), out);
            counts("At the edge", some(sale.edgeRefusals(), reason -> !GateReason.isOne(reason)), out);
        }
        out.printf(Locale.ROOT, "  %-13s%,d minor units of %s%n", "Paid", sale.paidMinor(), sale.currency());
    }

    private static Map<String, Long> some(Map<String, Long> counts, Predicate<String> reasons) {
        Map<String, Long> some = new TreeMap<>(counts);
        some.keySet().removeIf(reasons.negate());
        return some;
    }

    private static void counts(String label, Map<String, Long> counts, PrintWriter out) {
        StringBuilder text = new StringBuilder();
        counts.forEach((name, count) ->
                text.append(text.isEmpty() ? "" : " · ").append(String.format(Locale.ROOT, "%s %,d", name, count)));
        out.printf("  %-13s%s%n", label, text.isEmpty() ? "0" : text);
    }

    static void difference(SaleState before, SaleState after, PrintWriter out) {
        out.printf("%nSale %s %s: %s, then %s%n%n", after.saleId(), after.title(), before.status(), after.status());
        TextTable table = new TextTable("  ", "figure", "before", "after", "change");
        Map<String, Long> old = before.figures();
        Map<String, Long> now = after.figures();
        TreeSet<String> gone = new TreeSet<>(old.keySet());
        gone.removeAll(now.keySet());
        now.forEach((name, count) -> {
            long was = old.getOrDefault(name, 0L);
            if (was != count) {
                table.row(name, was, count, count - was);
            }
        });
        gone.forEach(name -> table.row(name, old.get(name), 0L, -old.getOrDefault(name, 0L)));
        if (table.isEmpty()) {
            out.println("  nothing changed");
        } else {
            table.print(out);
        }
    }
}
