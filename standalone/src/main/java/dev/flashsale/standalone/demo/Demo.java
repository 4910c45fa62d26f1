package dev.flashsale.standalone.demo;

import dev.flashsale.standalone.StandaloneServer;
import dev.flashsale.standalone.stores.Secrets;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demo}: a sale with a crowd, and the verdict. */
@Command(
        name = "demo",
        description = {
            "Run the whole system, send a simulated crowd through its HTTP API, and prove the result.",
            "The crowd is made up, or with --catalog and --arrivals a recorded one."
        },
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class Demo implements Callable<Integer> {
    /** Passwords of throw-away accounts need no slow hash, and thousands register within seconds. */
    private static final Map<String, Object> SETTINGS = Map.of(
            "flashsale.accounts.bcrypt-strength",
            4,
            // every simulated shopper says where they come from, and all connect from here
            "flashsale.trusted-proxies",
            "127.0.0.0/8,::1/128",
            "logging.level.dev.flashsale",
            "WARN");

    @ArgGroup(exclusive = false, heading = "Crowd:%n")
    CrowdOptions crowd = new CrowdOptions();

    @Option(names = "--exit", description = "end after the verdict instead of staying up")
    boolean exit;

    @Option(
            names = "--client-log",
            paramLabel = "FILE",
            description = "write what the shoppers sent and were told, for verify --client-log")
    @Nullable
    Path clientLog;

    @Option(names = "--port", description = "where HTTP is served (default: a free port)", defaultValue = "0")
    int port;

    @Option(names = "--data", paramLabel = "DIR", description = "where everything is kept (default: a new directory)")
    @Nullable
    Path data;

    @ArgGroup(exclusive = false, heading = "A system that runs already:%n")
    @Nullable
    RunningSystem running;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        DemoInput input = crowd.read(running == null);
        PrintWriter out = spec.commandLine().getOut();
        Selling selling = new Selling(input, out, clientLog);
        if (running != null) {
            return selling.at(running.uri, running.merchant, running.merchantPassword, running.database()) ? 0 : 1;
        }
        out.println("Starting the server ...");
        out.flush();
        Path directory = data == null ? Files.createTempDirectory("flashsale-demo-") : data;
        StandaloneServer server = StandaloneServer.start(directory, port, SETTINGS, exit && data == null);
        try {
            Secrets secrets = server.stores().secrets();
            boolean holds = selling.at(
                    server.uri(),
                    secrets.get(Secrets.MERCHANT_USERNAME),
                    secrets.get(Secrets.MERCHANT_PASSWORD),
                    Database.of(server.stores()));
            stayUp(server, out);
            return holds ? 0 : 1;
        } finally {
            if (exit) {
                server.close();
            }
        }
    }

    private void stayUp(StandaloneServer server, PrintWriter out) throws InterruptedException {
        if (exit) {
            return;
        }
        out.printf("Still up at %s, data in %s. Stop with Ctrl-C.%n", server.uri(), server.directory());
        out.flush();
        new CountDownLatch(1).await();
    }
}
