package dev.flashsale.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flashsale.standalone.StandaloneServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;

class RedisLossIT {
    @TempDir
    Path data;

    @Test
    void buyingGoesOnWhenRedisForgetsEverythingAndTheViewsComeBackComplete() throws Exception {
        // given
        Map<String, Object> settings = Map.of("flashsale.accounts.bcrypt-strength", 4);
        try (StandaloneServer server = StandaloneServer.start(data, 0, settings, false);
                SaleUnderTest sale = new SaleUnderTest(server.uri(), data)) {
            CompletableFuture<String> end = sale.start(160, 20261122);
            await().atMost(Duration.ofMinutes(2)).until(() -> sale.log.accepted() >= 12);

            // when
            flushAll(server);

            // then
            String saleId = end.get(4, TimeUnit.MINUTES);
            Verdict verdict = Verdict.on(saleId, server.stores(), sale.log);
            assertThat(verdict.holds()).as(verdict.toString()).isTrue();
            await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
                Answer shown = sale.shop.get("/api/sales/" + saleId, null);
                assertThat(shown.body().path("stale").asBoolean(true)).isFalse();
                assertThat(shown.text("status")).isEqualTo("ENDED");
                assertThat(sale.paidOrdersShown()).isEqualTo(verdict.paid());
            });
        }
    }

    private static void flushAll(StandaloneServer server) {
        Map<String, Object> properties = server.stores().properties();
        int port = Integer.parseInt(String.valueOf(properties.get("spring.data.redis.port")));
        try (Jedis redis = new Jedis("127.0.0.1", port)) {
            redis.auth(String.valueOf(properties.get("spring.data.redis.password")));
            redis.flushAll();
        }
    }
}
