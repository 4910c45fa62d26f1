package dev.flashsale.standalone.demo;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A system that somebody else runs, for example three services behind a gateway. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class RunningSystem {
    @Option(
            names = "--against",
            paramLabel = "URL",
            required = true,
            description = "its address, instead of starting one")
    URI uri;

    @Option(
            names = "--merchant",
            paramLabel = "NAME",
            defaultValue = "merchant",
            description = "who schedules the sale (default: ${DEFAULT-VALUE})")
    String merchant;

    @Option(
            names = "--merchant-password",
            defaultValue = "${env:FLASHSALE_MERCHANT_PASSWORD:-}",
            description = "default: the environment variable FLASHSALE_MERCHANT_PASSWORD")
    String merchantPassword;

    @Option(
            names = "--db",
            paramLabel = "JDBC-URL",
            description = "PostgreSQL with its events and rows; without it only what shoppers were told is judged")
    @Nullable
    String databaseUrl;

    @Option(names = "--db-user", defaultValue = "flashsale", description = "default: ${DEFAULT-VALUE}")
    String databaseUser;

    @Option(
            names = "--db-password",
            defaultValue = "${env:PGPASSWORD:-}",
            description = "default: the environment variable PGPASSWORD")
    String databasePassword;

    @Nullable
    Database database() {
        return databaseUrl == null ? null : new Database(databaseUrl, databaseUser, databasePassword);
    }
}
