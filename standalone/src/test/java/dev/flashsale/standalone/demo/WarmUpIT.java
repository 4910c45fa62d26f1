package dev.flashsale.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flashsale.standalone.StandaloneServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
                "flashsale.warmup.max-seconds", 20);
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
            await().untilAsserted(() ->
                    assertThat(count(database, "shadow_event_entry")).isZero());

            // when
            String saleId = sale.start(60, 20261123).get(4, TimeUnit.MINUTES);

            // then
            Verdict verdict = Verdict.on(saleId, server.stores(), sale.log);
            assertThat(verdict.holds()).as(verdict.toString()).isTrue();
        }
    }

    private static long count(Database database, String from) throws SQLException {
        return number(database, "select count(*) from " + from);
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
