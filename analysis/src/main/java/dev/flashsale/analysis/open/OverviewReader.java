package dev.flashsale.analysis.open;

import dev.flashsale.analysis.ledger.SaleStatus;
import dev.flashsale.analysis.ledger.Unreadable;
import dev.flashsale.analysis.open.Overview.ClockSkew;
import dev.flashsale.analysis.open.Overview.SaleFound;
import dev.flashsale.analysis.open.Overview.TypeCount;
import dev.flashsale.analysis.store.EventLoader;
import dev.flashsale.analysis.store.RawEvent;
import dev.flashsale.kernel.sale.FlashSaleEvent;
import dev.flashsale.kernel.sale.FlashSaleScheduled;
import dev.flashsale.kernel.sale.SaleItem;
import dev.flashsale.kernel.stock.StockAdded;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts what there is, event by event. */
final class OverviewReader {
    private record TypeAndRevision(String type, @Nullable String revision) {}

    private static final Comparator<TypeAndRevision> BY_NAME = Comparator.comparing((TypeAndRevision key) -> key.type)
            .thenComparing(key -> Objects.requireNonNullElse(key.revision, ""));

    private final EventLoader loader = new EventLoader();
    private final Map<TypeAndRevision, Long> types = new TreeMap<>(BY_NAME);
    private final Map<TypeAndRevision, Long> unreadable = new TreeMap<>(BY_NAME);
    private final Map<TypeAndRevision, Long> foreign = new TreeMap<>(BY_NAME);
    private final Map<String, SaleFound> sales = new LinkedHashMap<>();
    private long events;
    private long firstIndex;
    private long lastIndex = -1;
    private @Nullable Instant firstTime;
    private @Nullable Instant lastTime;
    private @Nullable Instant latestTime;
    private ClockSkew clock = new ClockSkew(0, 0, -1);

    void take(RawEvent event) {
        if (events++ == 0) {
            firstIndex = event.globalIndex();
            firstTime = event.timestamp();
        }
        lastIndex = event.globalIndex();
        lastTime = event.timestamp();
        watchTheClock(event);
        TypeAndRevision key = new TypeAndRevision(event.shortType(), event.revision());
        types.merge(key, 1L, Long::sum);
        switch (loader.load(event).payload()) {
            case Unreadable u -> (u.ours() ? unreadable : foreign).merge(key, 1L, Long::sum);
            case FlashSaleScheduled e ->
                sales.put(
                        e.saleId(),
                        new SaleFound(
                                e.saleId(),
                                e.title(),
                                e.items().stream().mapToLong(SaleItem::units).sum(),
                                SaleStatus.UPCOMING.name(),
                                e.opensAt()));
            case FlashSaleEvent e -> moveOn(e);
            case StockAdded e -> add(e);
            default -> {}
        }
    }

    private void watchTheClock(RawEvent event) {
        Instant latest = latestTime;
        if (latest == null || !event.timestamp().isBefore(latest)) {
            latestTime = event.timestamp();
            return;
        }
        double backMs = Duration.between(event.timestamp(), latest).toNanos() / 1e6;
        boolean greatest = backMs > clock.greatestMs();
        clock = new ClockSkew(
                clock.timesBack() + 1,
                greatest ? backMs : clock.greatestMs(),
                greatest ? event.globalIndex() : clock.atIndex());
    }

    private void moveOn(FlashSaleEvent event) {
        sales.computeIfPresent(
                event.saleId(),
                (id, sale) -> new SaleFound(
                        id,
                        sale.title(),
                        sale.units(),
                        SaleStatus.valueOf(sale.status()).after(event).name(),
                        sale.opensAt()));
    }

    private void add(StockAdded event) {
        sales.computeIfPresent(
                event.saleId(),
                (id, sale) ->
                        new SaleFound(id, sale.title(), sale.units() + event.units(), sale.status(), sale.opensAt()));
    }

    Overview overview(String store) {
        return new Overview(
                store,
                events,
                firstIndex,
                lastIndex,
                lastIndex - firstIndex + 1 - events,
                firstTime,
                lastTime,
                clock,
                0,
                List.copyOf(sales.values()),
                counts(types),
                counts(unreadable),
                counts(foreign));
    }

    private static List<TypeCount> counts(Map<TypeAndRevision, Long> counted) {
        return counted.entrySet().stream()
                .map(entry ->
                        new TypeCount(entry.getKey().type(), entry.getKey().revision(), entry.getValue()))
                .toList();
    }
}
