package dev.flashsale.analysis.verify;

import dev.flashsale.analysis.store.ReadOnlyDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code verify}: exit code 0 when every invariant held, 1 when one did not, 2 when the store could not be read. */
@Command(
        name = "verify",
        description = "Proves from the event store that the sale sold exactly its stock.",
        mixinStandardHelpOptions = true)
public final class VerifyCommand implements Callable<Integer> {
    @Option(names = "--url", required = true, paramLabel = "URL", description = "jdbc:postgresql://host:port/database")
    private String url = "";

    @Option(names = "--user", defaultValue = "flashsale", description = "Database user (default ${DEFAULT-VALUE}).")
    private String user = "";

    @Option(
            names = "--password",
            defaultValue = "${env:PGPASSWORD:-}",
            interactive = true,
            arity = "0..1",
            description = "Database password; asked for without a value, PGPASSWORD when left out.")
    private String password = "";

    @Mixin
    private VerifyOptions options = new VerifyOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (Connection connection = ReadOnlyDatabase.open(url, user, password)) {
            return options.run(connection, spec.commandLine().getOut());
        } catch (SQLException | IOException e) {
            spec.commandLine().getErr().println("verify: " + e.getMessage());
            return VerifyOptions.COULD_NOT_RUN;
        }
    }
}
