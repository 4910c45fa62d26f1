package dev.flashsale.standalone;

import dev.flashsale.standalone.stores.Secrets;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code serve}: everything in one process until it is told to stop. */
@Command(
        name = "serve",
        description = "Run the whole system in one process, with its own PostgreSQL and Redis, until Ctrl-C.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class Serve implements Callable<Integer> {
    @Option(names = "--port", description = "where HTTP is served (default: ${DEFAULT-VALUE})", defaultValue = "8080")
    int port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "where everything is kept (default: ${DEFAULT-VALUE})",
            defaultValue = "data")
    Path data;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        long startedAt = System.nanoTime();
        StandaloneServer server = StandaloneServer.start(data, port, Map.of(), false);
        announce(server, System.nanoTime() - startedAt);
        new CountDownLatch(1).await(); // a signal ends the process
        return 0;
    }

    private void announce(StandaloneServer server, long startNanos) {
        PrintWriter out = spec.commandLine().getOut();
        Secrets secrets = server.stores().secrets();
        out.printf(
                """

                Flash sale is up after %.1f s.

                  Storefront      %s/
                  Merchant page   %s/merchant.html
                  API             %s/v3/api-docs
                  Merchant login  %s / %s
                  Data            %s

                Stop with Ctrl-C.
                """,
                startNanos / 1e9,
                server.uri(),
                server.uri(),
                server.uri(),
                secrets.get(Secrets.MERCHANT_USERNAME),
                secrets.get(Secrets.MERCHANT_PASSWORD),
                server.directory());
        out.flush();
    }
}
