package dev.flashsale.bench.ours;

import dev.flashsale.bench.subject.ChildJvm;
import dev.flashsale.standalone.StandaloneServer;
import java.nio.file.Path;
import java.util.Map;

/** The product as {@code serve} runs it, with {@link BenchEndpoints} beside it. */
public final class ProductServer {
    private ProductServer() {}

    /** Serves on the directory given until its input ends. */
    public static void main(String[] arguments) throws Exception {
        Map<String, Object> settings = Map.of(
                "spring.main.sources",
                BenchEndpoints.class.getName(),
                "logging.level.dev.flashsale",
                "WARN",
                // as serve does
                "flashsale.warmup.enabled",
                true);
        try (StandaloneServer server = StandaloneServer.start(Path.of(arguments[0]), 0, settings, false)) {
            ChildJvm.ready(Integer.toString(server.uri().getPort()));
        }
        System.exit(0);
    }
}
