package dev.flashsale.standalone.rebuilt;

import dev.flashsale.analysis.audit.Audit;
import dev.flashsale.analysis.audit.Invariant;
import dev.flashsale.analysis.audit.OrderRow;
import dev.flashsale.analysis.store.EventSource;
import dev.flashsale.analysis.store.OrderRowTable;
import dev.flashsale.analysis.store.ProcessorPosition;
import dev.flashsale.analysis.verify.Verification;
import dev.flashsale.query.redis.Projections;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * I-17: the live projections are what the very same projection code makes of the events up to where each of them has come.
 * I-19: with each batch delivered twice, in other batches, by several threads, it makes the same.
 */
public final class ProjectionsRebuilt implements Verification.Further {
    private static final String ROWS = "purchase_order";

    private final LiveReadModel live;
    private final Reopening events;

    /** Opens the source once more, because the audit's own one is of an earlier moment than the live projections. */
    public interface Reopening {
        /** A source of now; to be closed by the caller. */
        EventSource open() throws IOException;
    }

    public ProjectionsRebuilt(LiveReadModel live, Reopening events) {
        this.live = live;
        this.events = events;
    }

    @Override
    public void check(Audit audit, EventSource source) throws IOException {
        RedisContent redis = live.still();
        try (EventSource now = events.open();
                ScratchReadSide scratch = ScratchReadSide.start()) {
            Map<String, Long> upTo = new TreeMap<>(redis.marks());
            rowsUpTo(now).ifPresent(index -> upTo.put(Projections.ORDER_ROWS, index));
            Map<String, Map<String, String>> shown = new TreeMap<>(redis.families());
            if (upTo.containsKey(Projections.ORDER_ROWS)) {
                shown.put(ROWS, rows(now.orderRows().orElse(List.of())));
            }
            Map<String, Map<String, String>> once = rebuilt(upTo, 1, 500, 1, now, scratch);
            compare(audit, Invariant.PROJECTIONS_REBUILT, "live", shown, "rebuilt", once);
            Map<String, Map<String, String>> again = rebuilt(upTo, 4, 37, 2, now, scratch);
            compare(audit, Invariant.ORDER_OF_DELIVERY, "in order", once, "twice, by four threads", again);
        } catch (SQLException e) {
            throw new IOException("the rebuilt rows cannot be read: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while projections were rebuilt", e);
        }
    }

    private static Optional<Long> rowsUpTo(EventSource source) throws IOException {
        return source.processors(Instant.EPOCH).stream()
                .filter(position -> position.processor().equals(Projections.ORDER_ROWS))
                .map(ProcessorPosition::index)
                .findFirst();
    }

    private static Map<String, Map<String, String>> rebuilt(
            Map<String, Long> upTo, int threads, int batchSize, int times, EventSource source, ScratchReadSide scratch)
            throws IOException, SQLException {
        for (Map.Entry<String, Long> projection : upTo.entrySet()) {
            new Feed(projection.getKey(), projection.getValue(), threads, batchSize, times).run(source, scratch);
        }
        Map<String, Map<String, String>> content = new TreeMap<>(scratch.redis().families());
        if (upTo.containsKey(Projections.ORDER_ROWS)) {
            try (Connection database = scratch.database()) {
                content.put(ROWS, rows(OrderRowTable.read(database).orElse(List.of())));
            }
        }
        return content;
    }

    private static Map<String, String> rows(List<OrderRow> rows) {
        return rows.stream()
                .collect(Collectors.toMap(OrderRow::orderId, OrderRow::toString, (a, b) -> a + b, TreeMap::new));
    }

    private static void compare(
            Audit audit,
            Invariant invariant,
            String one,
            Map<String, Map<String, String>> ones,
            String other,
            Map<String, Map<String, String>> others) {
        Map<String, Map<String, String>> families = new TreeMap<>(ones);
        others.forEach(families::putIfAbsent);
        for (String family : families.keySet()) {
            Difference difference =
                    Difference.between(ones.getOrDefault(family, Map.of()), others.getOrDefault(family, Map.of()));
            audit.check(
                    invariant,
                    difference.isNone(),
                    audit.lastIndex(),
                    difference.isNone() ? family : difference.firstKey(),
                    () -> difference.keys() + " keys of " + family + " differ; the first is " + one + " "
                            + difference.one() + ", " + other + " " + difference.other());
            audit.compared(difference.hashes(
                    family, invariant, ones.getOrDefault(family, Map.of()).size()));
        }
    }
}
