package dev.flashsale.query.sale;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.flashsale.query.page.ServerTime;
import dev.flashsale.query.page.Stamp;
import dev.flashsale.query.page.TimedPage;
import dev.flashsale.query.redis.ReadModelUnavailableException;
import dev.flashsale.query.sale.SaleAnswers.SaleList;
import dev.flashsale.query.sale.SaleAnswers.Summary;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Sales as bytes that were rendered when the sale last changed. */
@Component
class SalePages {
    private static final Duration LIST_LIFETIME = Duration.ofMillis(100);
    private static final String ANY_STATUS = "";

    /** A list, and until when its statuses hold. */
    private record Listed(TimedPage page, long untilMs) {}

    private final Cache<String, Listed> lists =
            Caffeine.newBuilder().expireAfterWrite(LIST_LIFETIME).build();
    private final SaleCopies copies;
    private final SaleReads sales;
    private final ServerTime time;
    private final JsonMapper json;

    SalePages(SaleCopies copies, SaleReads sales, ServerTime time, JsonMapper json) {
        this.copies = copies;
        this.sales = sales;
        this.time = time;
        this.json = json;
    }

    /** The time that the next answer tells. */
    Stamp now() {
        return time.now();
    }

    /**
     * The page of one sale; null when there is none.
     *
     * @throws ReadModelUnavailableException Redis is away, and this JVM never read the sale
     */
    @Nullable
    TimedPage detail(String saleId, Stamp now) {
        return copies.get(saleId).page(now, this::render);
    }

    /**
     * The page of the newest sales.
     *
     * @param status shows only those with this status
     * @throws ReadModelUnavailableException Redis is away, and this JVM never read the list
     */
    TimedPage list(@Nullable ShopperStatus status, Stamp now) {
        String key = status == null ? ANY_STATUS : status.name();
        Listed listed = lists.getIfPresent(key);
        if (listed == null || now.epochMs() >= listed.untilMs()) {
            listed = listNow(status, now);
            lists.put(key, listed);
        }
        return listed.page();
    }

    private Listed listNow(@Nullable ShopperStatus status, Stamp now) {
        List<SaleSnapshot> all = sales.all();
        List<Summary> summaries = all.stream()
                .map(sale -> Summary.of(sale, now.instant()))
                .filter(summary -> status == null || summary.status() == status)
                .toList();
        long untilMs = all.stream()
                .mapToLong(sale -> sale.nextChangeMs(now.epochMs()))
                .min()
                .orElse(Long.MAX_VALUE);
        return new Listed(render(new SaleList(TimedPage.PLACEHOLDER, summaries)), untilMs);
    }

    private TimedPage render(Object answer) {
        return new TimedPage(json.writeValueAsBytes(answer));
    }
}
