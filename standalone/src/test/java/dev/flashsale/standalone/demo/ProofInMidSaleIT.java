package dev.flashsale.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flashsale.standalone.StandaloneServer;
import dev.flashsale.standalone.Verbs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes, deadlines and snapshots are compared with the events while all of them change. */
class ProofInMidSaleIT {
    @TempDir
    Path data;

    @Test
    void processesAndSnapshotsFollowTheEventsAtEveryMomentOfASale() throws Exception {
        // given
        Map<String, Object> settings =
                Map.of("flashsale.accounts.bcrypt-strength", 4, "flashsale.aggregates.events-per-snapshot", 10);
        try (StandaloneServer server = StandaloneServer.start(data, 0, settings, false);
                SaleUnderTest sale = new SaleUnderTest(server.uri(), data)) {
            CompletableFuture<String> end = sale.start(160, 20261126);
            await().atMost(Duration.ofMinutes(2)).until(() -> sale.log.accepted() >= 1);

            // when, then
            while (!end.isDone()) {
                follow(Verbs.run("verify", "--data", data.toString()));
            }
            assertThat(Verdict.on(end.get(1, TimeUnit.MINUTES), server.stores(), sale.log)
                            .holds())
                    .isTrue();
            Verbs last = Verbs.run("verify", "--data", data.toString(), "--quiescent");
            follow(last);
            assertThat(last.output())
                    .containsPattern("I-20 +[1-9]")
                    .containsPattern("I-24 +[1-9]")
                    .containsPattern("snapshots +sha256 [0-9a-f]{64} both times");
        }
    }

    private static void follow(Verbs verify) {
        String verdict = verify.output().lines().reduce("", (line, next) -> next);
        assertThat(verdict)
                .as(verify.output())
                .containsPattern("^(HOLDS|BROKEN)")
                .doesNotContain("I-20", "I-24");
    }
}
