package dev.flashsale.standalone;

import dev.flashsale.analysis.audit.Audit;
import dev.flashsale.analysis.store.EventSource;
import dev.flashsale.analysis.verify.Verification;
import dev.flashsale.analysis.verify.VerifyCommand;
import dev.flashsale.standalone.rebuilt.LiveReadModel;
import dev.flashsale.standalone.rebuilt.ProjectionsRebuilt;
import dev.flashsale.standalone.rebuilt.SnapshotsRebuilt;
import dev.flashsale.standalone.stores.AnalystRedis;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import redis.clients.jedis.Jedis;

/** {@code verify}: proves a sale from its event store, whether its server runs or not. */
@Command(name = "verify")
final class Verify extends VerifyCommand {
    @Option(
            names = "--projections",
            description =
                    "Also rebuild the projections in a scratch Redis and PostgreSQL, and compare them with the live"
                            + " ones.")
    boolean projections;

    @Option(
            names = "--redis",
            paramLabel = "URL",
            description = "Where the live ones are: redis://:password@host:port (default: in the server's data).")
    @Nullable
    URI redis;

    @Override
    protected List<? extends Verification.Further> further() {
        Verification.Further snapshots = new SnapshotsRebuilt();
        return projections || redis != null ? List.of(snapshots, this::rebuild) : List.of(snapshots);
    }

    private void rebuild(Audit audit, EventSource source) throws IOException {
        if (redis != null) {
            URI address = redis;
            new ProjectionsRebuilt(new LiveReadModel(() -> new Jedis(address)), () -> store().open())
                    .check(audit, source);
            return;
        }
        Path data = store().dataDirectory()
                .orElseThrow(() -> wrongOption("--projections needs --redis where the store is not a server's data"));
        try (AnalystRedis own = AnalystRedis.open(data)) {
            new ProjectionsRebuilt(new LiveReadModel(() -> connect(own)), () -> store().open()).check(audit, source);
        }
    }

    private static Jedis connect(AnalystRedis server) {
        Jedis redis = new Jedis("127.0.0.1", server.port());
        redis.auth(server.password());
        return redis;
    }
}
