package dev.flashsale.analysis.asof;

import dev.flashsale.analysis.store.EventLoader;
import dev.flashsale.analysis.store.EventSource;
import dev.flashsale.analysis.store.RawEvent;
import dev.flashsale.analysis.store.Span;
import dev.flashsale.kernel.attempt.Attempt;
import dev.flashsale.kernel.sale.FlashSaleScheduled;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Index and time of every event, so that a moment can be found among them; 16 bytes an event. */
final class Timeline {
    private final EventLoader loader = new EventLoader();
    private final Map<String, FlashSaleScheduled> sales = new LinkedHashMap<>();
    private long[] indexes = new long[1 << 12];
    private long[] micros = new long[1 << 12];
    private int events;

    static Timeline of(EventSource source) throws IOException {
        Timeline timeline = new Timeline();
        source.raw(Span.ALL, timeline::take);
        if (timeline.events == 0) {
            throw new IOException(source.name() + " holds no events");
        }
        return timeline;
    }

    private void take(RawEvent event) {
        if (events == indexes.length) {
            indexes = Arrays.copyOf(indexes, 2 * events);
            micros = Arrays.copyOf(micros, 2 * events);
        }
        indexes[events] = event.globalIndex();
        micros[events] = Attempt.micros(event.timestamp());
        events++;
        if (event.shortType().equals("FlashSaleScheduled")
                && loader.load(event).payload() instanceof FlashSaleScheduled scheduled) {
            sales.putIfAbsent(scheduled.saleId(), scheduled);
        }
    }

    /** The sale of this id, or the only one when none is named and it matters. */
    FlashSaleScheduled sale(@Nullable String saleId) throws IOException {
        FlashSaleScheduled named = saleId == null ? null : sales.get(saleId);
        if (named != null) {
            return named;
        }
        if (saleId == null && sales.size() == 1) {
            return sales.values().iterator().next();
        }
        String known = sales.values().stream()
                .map(sale -> sale.saleId() + " (" + sale.title() + ")")
                .collect(Collectors.joining(", "));
        throw new IOException(
                (saleId == null ? "name a --sale of these: " : "no sale " + saleId + "; there are: ") + known);
    }

    /** Where a moment cuts the history. */
    Cut cut(When when, @Nullable String saleId) throws IOException {
        return switch (when) {
            case When.AtIndex named -> at(positionOf(named.index()));
            case When.AtTime named -> until(named.time());
            case When.FromOpening named -> until(sale(saleId).opensAt().plus(named.offset()));
        };
    }

    private int positionOf(long index) throws IOException {
        int found = Arrays.binarySearch(indexes, 0, events, index);
        // an index that no event has stands for the event before it
        int position = found >= 0 ? found : -found - 2;
        if (position < 0 || index > indexes[events - 1]) {
            throw new IOException(
                    "no event has index %d; there are %d to %d".formatted(index, indexes[0], indexes[events - 1]));
        }
        return position;
    }

    /** Everything up to the last event, by index, that was stored at this time or before. */
    private Cut until(Instant time) throws IOException {
        long limit = Attempt.micros(time);
        int position = events - 1;
        while (position >= 0 && micros[position] > limit) {
            position--;
        }
        if (position < 0) {
            throw new IOException("nothing had happened by " + time + "; the first event is of " + timeOf(0));
        }
        return at(position);
    }

    private Cut at(int position) {
        long same = 0;
        for (int later = position + 1; later < events; later++) {
            same += micros[later] == micros[position] ? 1 : 0;
        }
        long later = 0;
        for (int before = 0; before < position; before++) {
            later += micros[before] > micros[position] ? 1 : 0;
        }
        return new Cut(indexes[position], timeOf(position), same, later);
    }

    private Instant timeOf(int position) {
        return Instant.EPOCH.plus(micros[position], ChronoUnit.MICROS);
    }
}
