package dev.flashsale.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flashsale.standalone.StandaloneServer;
import dev.flashsale.standalone.Verbs;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LostProcessesIT {
    @TempDir
    Path data;

    @Test
    void theSweeperEndsEveryReservationWhoseProcessIsLost() throws Exception {
        // given
        Map<String, Object> settings = Map.of("flashsale.accounts.bcrypt-strength", 4);
        try (StandaloneServer server = StandaloneServer.start(data, 0, settings, false);
                SaleUnderTest sale = new SaleUnderTest(server.uri(), data)) {
            CompletableFuture<String> end = sale.start(160, 20261123);
            await().atMost(Duration.ofMinutes(2)).until(() -> sale.log.accepted() >= 12);

            // when
            int lost = await().atMost(Duration.ofMinutes(1)).until(() -> loseProcesses(server), count -> count > 0);

            // then
            assertThat(Verbs.run("verify", "--data", data.toString()).output())
                    .contains("I-20", "no saga although it is reserved");
            String saleId = end.get(5, TimeUnit.MINUTES);
            Verdict verdict = Verdict.on(saleId, server.stores(), sale.log);
            assertThat(verdict.holds())
                    .as("after losing %d processes: %s", lost, verdict)
                    .isTrue();
        }
    }

    /** Forgets every purchase process that lives right now; answers how many. */
    private static int loseProcesses(StandaloneServer server) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        server.stores().unhurriedJdbcUrl(),
                        "flashsale",
                        server.stores().password());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // the server remembers live sagas as long as nobody else has changed them
            statement.executeUpdate("update saga_epoch set epoch = epoch + 1 where saga_type like '%PurchaseProcess'");
            int lost = statement.executeUpdate("delete from live_saga where saga_type like '%PurchaseProcess'");
            connection.commit();
            return lost;
        }
    }
}
