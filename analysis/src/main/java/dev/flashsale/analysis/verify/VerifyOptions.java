package dev.flashsale.analysis.verify;

import dev.flashsale.analysis.audit.AuditOptions;
import dev.flashsale.analysis.audit.AuditReport;
import dev.flashsale.analysis.audit.ClientLog;
import dev.flashsale.analysis.store.EventSource;
import dev.flashsale.analysis.store.StoreOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How to verify and what to print: the part of the command that does not depend on where the store is. */
final class VerifyOptions {
    @Option(
            names = "--quiescent",
            description = "The sale is over and everything has ended: also check that nothing is left open.")
    private boolean quiescent;

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    @Option(
            names = "--client-log",
            paramLabel = "FILE",
            description = "What clients sent and were told: JSON lines, as demo --client-log writes them,"
                    + " or one accepted purchaseId per line.")
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

    /**
     * Verifies, prints, and gives the exit code.
     *
     * @param further what to check besides the database
     */
    int run(EventSource source, PrintWriter out, List<? extends Verification.Further> further) throws IOException {
        ClientLog clients = clientLog == null ? ClientLog.ofAccepted(List.of()) : ClientLogFile.read(clientLog);
        AuditOptions options = new AuditOptions(
                quiescent, Duration.ofSeconds(graceSeconds), Duration.ofMillis(stalenessMs), null, false);
        Speed speed = new Speed();
        AuditReport report = Verification.of(source, options, clients, further, speed);
        out.println(json ? ReportJson.of(report) : ReportText.of(report, speed));
        out.flush();
        return report.holds() ? StoreOptions.CLEAN : StoreOptions.DIFFERENCES;
    }
}
