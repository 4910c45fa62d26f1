package dev.flashsale.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flashsale.standalone.StandaloneServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;

class WarmUpIT {
    private static final String READINESS = "/actuator/health/readiness";

    @TempDir
    Path data;

    @Test
    void aNodeIsReadyOnceItIsWarmAndNothingOfThatIsLeftAmongTheBusiness() throws Exception {
        // given
        Map<String, Object> settings = Map.of(
                "flashsale.accounts.bcrypt-strength", 4,
                "flashsale.warmup.enabled", true,
                "flashsale.warmup.max-seconds", 20,
                "flashsale.warmup.max-seconds-more", 5);
        try (StandaloneServer server = StandaloneServer.start(data, 0, settings, false);
                SaleUnderTest sale = new SaleUnderTest(server.uri(), data)) {
            // then
            assertThat(sale.shop.get(READINESS, null).status()).isEqualTo(503);
            assertThat(sale.shop.get("/actuator/health/liveness", null).status())
                    .isEqualTo(200);
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> sale.shop.get(READINESS, null).status(), status -> status == 200);
            Database database = Database.of(server.stores());
            assertThat(count(database, "domain_event_entry")).isZero();
            assertThat(count(database, "attempt_batch where attempts > 0")).isZero();
            assertThat(lastShadowIndex(database)).isGreaterThan(100);
            await().atMost(Duration.ofMinutes(1)).until(() -> metrics(server).contains("flashsale_warmup_settled 1.0"));
            assertThat(count(database, "shadow_event_entry")).isZero();
            for (String followers : List.of("live_saga", "deadline", "purchase_order_default")) {
                assertThat(count(database, followers)).as(followers).isZero();
                await().untilAsserted(() -> assertThat(insertsEver(database, followers))
                        .as("rolled back in " + followers)
                        .isGreaterThan(100));
            }
            assertThat(count(database, "read_model_mark")).isZero();
            assertThat(usedIndexes(database)).isZero();
            Map<String, Object> redis = server.stores().properties();
            try (Jedis client =
                    new Jedis("127.0.0.1", Integer.parseInt(String.valueOf(redis.get("spring.data.redis.port"))))) {
                client.auth(String.valueOf(redis.get("spring.data.redis.password")));
                assertThat(client.keys("*shadow*")).isEmpty();
            }

            // when
            String saleId = sale.start(60, 20261123).get(4, TimeUnit.MINUTES);

            // then
            Verdict verdict = Verdict.on(saleId, server.stores(), sale.log);
            assertThat(verdict.holds()).as(verdict.toString()).isTrue();
        }
    }

    @Test
    void aNodeThatStartsWhileASaleIsOpenLeavesTheProcessesAlone() throws Exception {
        // given
        Map<String, Object> cold = Map.of("flashsale.accounts.bcrypt-strength", 4);
        try (StandaloneServer server = StandaloneServer.start(data, 0, cold, false);
                SaleUnderTest sale = new SaleUnderTest(server.uri(), data)) {
            Instant opensAt = Instant.now().plusSeconds(2);
            String unused = sale.merchant().schedule(SaleUnderTest.PLAN, opensAt, opensAt.plusSeconds(3_600));
        }
        // when
        Map<String, Object> warming = Map.of("flashsale.warmup.enabled", true);
        try (StandaloneServer server = StandaloneServer.start(data, 0, warming, false);
                SaleUnderTest sale = new SaleUnderTest(server.uri(), data)) {
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> sale.shop.get(READINESS, null).status(), status -> status == 200);
            // then
            Database database = Database.of(server.stores());
            assertThat(lastShadowIndex(database)).isGreaterThan(100);
            await().during(Duration.ofSeconds(3)).until(() -> insertsEver(database, "purchase_order_default") == 0);
        }
    }

    private static String metrics(StandaloneServer server) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.uri().resolve("/actuator/prometheus"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    private static long count(Database database, String from) throws SQLException {
        return number(database, "select count(*) from " + from);
    }

    /** Those that were rolled back among them. */
    private static long insertsEver(Database database, String table) throws SQLException {
        return number(database, "select n_tup_ins from pg_stat_user_tables where relname = '" + table + "'");
    }

    private static long usedIndexes(Database database) throws SQLException {
        return number(database, "select case when is_called then last_value else 0 end from domain_event_entry_seq");
    }

    private static long lastShadowIndex(Database database) throws SQLException {
        return number(database, "select last_value from shadow_event_entry_global_index_seq");
    }

    private static long number(Database database, String sql) throws SQLException {
        try (Connection connection = database.open();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
