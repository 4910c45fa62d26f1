package dev.flashsale.analysis.verify;

import dev.flashsale.analysis.audit.AuditOptions;
import dev.flashsale.analysis.audit.AuditReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How to verify and what to print: the part of the command that does not depend on where the store is. */
public final class VerifyOptions {
    /** Every invariant held. */
    public static final int CLEAN = 0;
    /** At least one did not. */
    public static final int DIFFERENCES = 1;
    /** The store could not be read. */
    public static final int COULD_NOT_RUN = 2;

    @Option(
            names = "--quiescent",
            description = "The sale is over and everything has ended: also check that nothing is left open.")
    private boolean quiescent;

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    @Option(
            names = "--client-log",
            paramLabel = "FILE",
            description = "Purchases that clients were told are accepted: one purchaseId per line, or JSON lines.")
    private @Nullable Path clientLog;

    @Option(
            names = "--grace",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "How long after its payment window a reservation may stay open (default ${DEFAULT-VALUE}).")
    private int graceSeconds;

    @Option(
            names = "--staleness",
            paramLabel = "MILLIS",
            defaultValue = "1000",
            description = "How old the look at the other buckets may be that a \"sold out\" rests on"
                    + " (default ${DEFAULT-VALUE}).")
    private int stalenessMs;

    /** Verifies, prints, and gives the exit code. */
    public int run(Connection connection, PrintWriter out) throws SQLException, IOException {
        List<String> accepted = clientLog == null ? List.of() : AcceptedFile.read(clientLog);
        AuditOptions options =
                new AuditOptions(quiescent, Duration.ofSeconds(graceSeconds), Duration.ofMillis(stalenessMs), null);
        AuditReport report = Verification.of(connection, options, accepted);
        out.println(json ? ReportJson.of(report) : ReportText.of(report));
        out.flush();
        return report.holds() ? CLEAN : DIFFERENCES;
    }
}
