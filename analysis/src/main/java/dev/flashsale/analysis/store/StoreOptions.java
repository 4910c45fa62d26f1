package dev.flashsale.analysis.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the events are: the options that every verb of the analyst has, and the way to what they name. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class StoreOptions {
    /** Nothing was found wrong. */
    public static final int CLEAN = 0;
    /** The verb ran, and found differences. */
    public static final int DIFFERENCES = 1;
    /** The verb could not do what it was asked to. */
    public static final int COULD_NOT_RUN = 2;

    private static final int AXON_SERVER_PORT = 8124;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "a server's data, whether it runs or not (default: data)")
    private @Nullable Path data;

    @Option(names = "--url", paramLabel = "JDBC", description = "a PostgreSQL: jdbc:postgresql://host:port/database")
    private @Nullable String url;

    @Option(
            names = "--user",
            defaultValue = "flashsale",
            description = "who asks the PostgreSQL (default: ${DEFAULT-VALUE})")
    private String user;

    @Option(
            names = "--password",
            defaultValue = "${env:PGPASSWORD:-}",
            showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER,
            interactive = true,
            arity = "0..1",
            description = "that user's password: asked for without a value, PGPASSWORD when left out")
    private String password;

    @Option(names = "--axon-server", paramLabel = "HOST[:PORT]", description = "an Axon Server (default port: 8124)")
    private @Nullable String axonServer;

    @Option(
            names = "--context",
            defaultValue = "default",
            description = "which context of the Axon Server (default: ${DEFAULT-VALUE})")
    private String context;

    @Option(
            names = "--token",
            defaultValue = "${env:AXON_SERVER_TOKEN:-}",
            showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER,
            description = "what the Axon Server asks for: AXON_SERVER_TOKEN when left out")
    private String token;

    @Option(names = "--file", paramLabel = "FILE", description = "an exported events.jsonl, or the directory it is in")
    private @Nullable Path file;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /**
     * Opens what was named, for reading; to be closed by the caller. Reads that take long say so on the command's stderr.
     *
     * @throws IOException it cannot be opened; the message is one sentence for people
     */
    public EventSource open() throws IOException {
        if (Stream.of(data, url, axonServer, file).filter(Objects::nonNull).count() > 1) {
            throw new ParameterException(
                    command.commandLine(), "Name one of --data, --url, --axon-server and --file, not several");
        }
        return new ToldSource(source(), command.commandLine().getErr());
    }

    /** The server's data that was named, if it was a server's data. */
    public Optional<Path> dataDirectory() {
        return file == null && axonServer == null && url == null
                ? Optional.of(data == null ? Path.of("data") : data)
                : Optional.empty();
    }

    private EventSource source() throws IOException {
        if (file != null) {
            return ExportedFile.open(file);
        }
        if (axonServer != null) {
            return axonServer(axonServer);
        }
        if (url != null) {
            return PostgresSource.open(withoutParameters(url), new LocalDatabase(url, user, password, () -> {}));
        }
        Path directory = data == null ? Path.of("data") : data;
        return PostgresSource.open(
                directory.toString(), DataDirectories.installed().open(directory));
    }

    private EventSource axonServer(String address) throws IOException {
        int colon = address.lastIndexOf(':');
        String host = colon < 0 ? address : address.substring(0, colon);
        try {
            int port = colon < 0 ? AXON_SERVER_PORT : Integer.parseInt(address.substring(colon + 1));
            return AxonServerSource.open(host, port, context, token.isEmpty() ? null : token);
        } catch (NumberFormatException e) {
            throw new ParameterException(command.commandLine(), "--axon-server takes HOST:PORT, not " + address);
        }
    }

    /** Parameters of a URL may hold a password. */
    private static String withoutParameters(String url) {
        int question = url.indexOf('?');
        return question < 0 ? url : url.substring(0, question);
    }
}
