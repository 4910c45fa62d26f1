package dev.flashsale.standalone;

import dev.flashsale.analysis.store.ReadOnlyDatabase;
import dev.flashsale.analysis.verify.VerifyOptions;
import dev.flashsale.standalone.stores.DataDirectory;
import dev.flashsale.standalone.stores.DataDirectoryInUseException;
import dev.flashsale.standalone.stores.EmbeddedStores;
import dev.flashsale.standalone.stores.RunningPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code verify}: proves a sale from its event store, whether its server runs or not. */
@Command(
        name = "verify",
        description =
                "Prove from the event store that every rule held at every event. Exit codes: 0 clean, 1 a rule was"
                        + " broken, 2 could not run.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class Verify implements Callable<Integer> {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "the server's data (default: ${DEFAULT-VALUE})",
            defaultValue = "data")
    Path data;

    @Mixin
    VerifyOptions options;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (!Files.isDirectory(data.resolve("postgres"))) {
            throw new IOException(data + " holds no data of a server");
        }
        try (DataDirectory own = DataDirectory.open(data);
                EmbeddedStores stores = new EmbeddedStores(own)) {
            stores.start();
            return verify(stores.unhurriedJdbcUrl(), stores.password());
        } catch (DataDirectoryInUseException itsServerRuns) {
            RunningPostgres running = RunningPostgres.of(data);
            return verify(running.unhurriedJdbcUrl(), running.password());
        }
    }

    private int verify(String url, String password) throws Exception {
        try (Connection connection = ReadOnlyDatabase.open(url, EmbeddedStores.DATABASE_USER, password)) {
            return options.run(connection, spec.commandLine().getOut());
        }
    }
}
