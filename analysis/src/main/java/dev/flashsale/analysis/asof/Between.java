package dev.flashsale.analysis.asof;

import dev.flashsale.analysis.store.RawEvent;
import dev.flashsale.analysis.text.TextTable;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The events between two cuts: all of them counted, the first few listed. */
final class Between {
    private final int limit;
    private final Map<String, Long> counts = new TreeMap<>();
    private final List<Line> listed = new ArrayList<>();
    private long events;

    /** One listed event. */
    record Line(long index, Instant storedAt, String type, String aggregateId) {}

    Between(int limit) {
        this.limit = limit;
    }

    void take(RawEvent event) {
        events++;
        counts.merge(event.shortType(), 1L, Long::sum);
        if (listed.size() < limit) {
            listed.add(new Line(event.globalIndex(), event.timestamp(), event.shortType(), event.aggregateId()));
        }
    }

    Map<String, Long> counts() {
        return counts;
    }

    List<Line> listed() {
        return listed;
    }

    void print(PrintWriter out) {
        out.printf(Locale.ROOT, "%nEvents between, of all sales: %,d%n%n", events);
        TextTable types = new TextTable("  ", "type", "events");
        counts.forEach(types::row);
        types.print(out);
        out.println();
        TextTable lines = new TextTable("  ", "index", "stored at", "type", "aggregate");
        listed.forEach(line -> lines.row(line.index(), line.storedAt(), line.type(), line.aggregateId()));
        lines.print(out);
        if (events > listed.size()) {
            out.printf(Locale.ROOT, "  ... and %,d more; list them with --limit%n", events - listed.size());
        }
    }
}
