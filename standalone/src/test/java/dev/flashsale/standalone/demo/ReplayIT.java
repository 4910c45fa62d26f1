package dev.flashsale.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flashsale.standalone.ChildJvm;
import dev.flashsale.standalone.Flashsale;
import dev.flashsale.standalone.StandaloneServer;
import dev.flashsale.standalone.replay.Replay;
import dev.flashsale.standalone.stores.FreePort;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReplayIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path data;

    @Test
    void aReplayInMidSaleChangesNothingThatAShopperSees() throws Exception {
        // given
        Map<String, Object> settings = Map.of("flashsale.accounts.bcrypt-strength", 4);
        try (StandaloneServer server = StandaloneServer.start(data, 0, settings, false);
                SaleUnderTest sale = new SaleUnderTest(server.uri(), data)) {
            CompletableFuture<String> end = sale.start(160, 20261124);
            await().atMost(Duration.ofMinutes(2)).until(() -> sale.log.accepted() >= 12);

            // when
            StringWriter out = new StringWriter();
            int code = replay(server.uri(), out);

            // then
            assertThat(code).as(out.toString()).isZero();
            assertThat(out.toString()).contains("SWAPPED", "the same as what was in use", "events handled");
            holds(server, sale, end);

            // and back again, after the sale
            StringWriter back = new StringWriter();
            assertThat(replay(server.uri(), back, "--swap-back"))
                    .as(back.toString())
                    .isZero();
            holds(server, sale, end);
        }
    }

    @Test
    void aServerKilledInTheMiddleOfAReplayNeedsNoRepair() throws Exception {
        // given
        int port = FreePort.any();
        URI uri = URI.create("http://localhost:" + port);
        Process server = ChildJvm.start(
                Flashsale.class, "Stop with", "serve", "--port", Integer.toString(port), "--data", data.toString());
        try (SaleUnderTest sale = new SaleUnderTest(uri, data)) {
            CompletableFuture<String> end = sale.start(160, 20261125);
            await().atMost(Duration.ofMinutes(2)).until(() -> sale.log.accepted() >= 12);
            StringWriter out = new StringWriter();
            CompletableFuture<Integer> watching =
                    CompletableFuture.supplyAsync(() -> replay(uri, out), Thread::startVirtualThread);
            await().atMost(PATIENCE).until(() -> out.toString().contains("building") || watching.isDone());

            // when
            assertThat(server.destroyForcibly().waitFor(90, TimeUnit.SECONDS)).isTrue();
            try (StandaloneServer restarted = StandaloneServer.start(data, port, Map.of(), false)) {

                // then
                holds(restarted, sale, end);
                StringWriter again = new StringWriter();
                assertThat(replay(uri, again)).as(again.toString()).isZero();
                holds(restarted, sale, end);
            }
        } finally {
            server.destroyForcibly();
        }
    }

    @Test
    void aDryRunAndRefusalsTouchNothing() throws Exception {
        // given
        try (StandaloneServer server = StandaloneServer.start(data, 0, Map.of(), false)) {
            StringWriter refused = new StringWriter();

            // then
            assertThat(run(server.uri(), refused, "Process_Purchase")).isEqualTo(2);
            assertThat(refused.toString()).contains("never replayed");
            assertThat(run(server.uri(), refused, "ReadModel_Purchases", "--dry-run"))
                    .isEqualTo(2);
            assertThat(refused.toString()).contains("nothing has been projected yet");
        }
    }

    private static void holds(StandaloneServer server, SaleUnderTest sale, CompletableFuture<String> end)
            throws Exception {
        String saleId = end.get(4, TimeUnit.MINUTES);
        Verdict verdict = Verdict.on(saleId, server.stores(), sale.log);
        assertThat(verdict.holds()).as(verdict.toString()).isTrue();
        await().atMost(PATIENCE).untilAsserted(() -> {
            Answer shown = sale.shop.get("/api/sales/" + saleId, null);
            assertThat(shown.body().path("stale").asBoolean(true)).isFalse();
            assertThat(sale.paidOrdersShown()).isEqualTo(verdict.paid());
        });
    }

    private int replay(URI uri, StringWriter out, String... more) {
        String[] arguments = new String[more.length + 1];
        arguments[0] = "ReadModel_Purchases";
        System.arraycopy(more, 0, arguments, 1, more.length);
        return run(uri, out, arguments);
    }

    private int run(URI uri, StringWriter out, String... arguments) {
        CommandLine replay = new CommandLine(new Replay())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(out, true))
                .setExecutionExceptionHandler((exception, command, parsed) -> {
                    command.getErr().println(exception.getMessage());
                    return 2;
                });
        String[] all = new String[arguments.length + 4];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        System.arraycopy(
                new String[] {"--url", uri.toString(), "--data", data.toString()}, 0, all, arguments.length, 4);
        return replay.execute(all);
    }
}
