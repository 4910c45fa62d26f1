package dev.flashsale.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flashsale.standalone.ChildJvm;
import dev.flashsale.standalone.Flashsale;
import dev.flashsale.standalone.StandaloneServer;
import dev.flashsale.standalone.stores.FreePort;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CrashIT {
    @TempDir
    Path data;

    /** How a server ends. */
    enum Ending {
        /** kill -9: nothing is tidied up, the stores are left running. */
        KILLED(Process::destroyForcibly),
        /** SIGTERM: what was taken is answered, then the services stop, then the stores. */
        TERMINATED(process -> {
            process.destroy();
            return process;
        });

        private final UnaryOperator<Process> end;

        Ending(UnaryOperator<Process> end) {
            this.end = end;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSaleWhoseServerEndsGoesOnAfterTheRestartAndSellsOutExactly(Ending ending) throws Exception {
        // given
        int port = FreePort.any();
        Process server = ChildJvm.start(
                Flashsale.class, "Stop with", "serve", "--port", Integer.toString(port), "--data", data.toString());
        try (SaleUnderTest sale = new SaleUnderTest(URI.create("http://localhost:" + port), data)) {
            CompletableFuture<String> end = sale.start(160, 20261121);
            await().atMost(Duration.ofMinutes(2)).until(() -> sale.log.accepted() >= 12);

            // when
            assertThat(ending.end.apply(server).waitFor(90, TimeUnit.SECONDS)).isTrue();
            try (StandaloneServer restarted = StandaloneServer.start(data, port, Map.of(), false)) {
                String saleId = end.get(4, TimeUnit.MINUTES);

                // then
                Verdict verdict = Verdict.on(saleId, restarted.stores(), sale.log);
                assertThat(verdict.holds()).as(verdict.toString()).isTrue();
            }
        } finally {
            server.destroyForcibly();
        }
    }
}
