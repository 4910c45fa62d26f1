package dev.flashsale.query.sale;

import dev.flashsale.platform.warmup.Exercise;
import dev.flashsale.platform.warmup.LocalNode;
import dev.flashsale.platform.warmup.ShadowSales;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Looks at the page of a shadow sale, which lies in Redis as a real one does but is on no list. */
@Component
@Order(2)
class SaleExercise implements Exercise {
    private static final Duration LASTS = Duration.ofMinutes(1);
    private static final int A_CHANGE_EVERY = 32;
    private static final List<Map<String, String>> VARIANTS = List.of(
            Map.of(),
            Map.of("Accept-Encoding", "gzip"),
            Map.of("If-None-Match", "*"),
            Map.of("Accept", "text/html, */*"));

    private final StringRedisTemplate redis;
    private final SaleRefresh refresh;
    private final Clock clock;
    private volatile String saleId = ShadowSales.newId();

    SaleExercise(StringRedisTemplate redis, SaleRefresh refresh, Clock clock) {
        this.redis = redis;
        this.refresh = refresh;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sale";
    }

    @Override
    public void prepare() {
        saleId = ShadowSales.newId();
        String key = SaleKeys.sale(saleId);
        Instant now = clock.instant();
        redis.opsForHash()
                .putAll(
                        key,
                        Map.of(
                                "saleId", saleId,
                                "title", "Warm-up",
                                "currency", "EUR",
                                "opensAt", now.toString(),
                                "closesAt", now.plus(LASTS).toString(),
                                "paymentWindowMs", "1000",
                                "items",
                                        "[{\"itemId\":\"a\",\"title\":\"Warm-up\",\"listPriceMinor\":2,\"salePriceMinor\":1,"
                                                + "\"units\":9,\"limitPerUser\":1,\"buckets\":1}]",
                                "bundles", "[]",
                                "phase", "OPENED"));
        redis.expire(key, LASTS);
        redis.opsForHash().put(SaleKeys.units(saleId), "a:0", "5");
        redis.expire(SaleKeys.units(saleId), LASTS);
    }

    @Override
    public void send(LocalNode node, int number) throws IOException {
        if (number % A_CHANGE_EVERY == 0) {
            refresh.changed(List.of(saleId));
            int unused = node.get("/api/sales", Map.of());
        }
        int unused = node.get("/api/sales/" + saleId, VARIANTS.get(number % VARIANTS.size()));
    }

    @Override
    public void cleanUp() {
        redis.delete(List.of(SaleKeys.sale(saleId), SaleKeys.units(saleId)));
    }
}
