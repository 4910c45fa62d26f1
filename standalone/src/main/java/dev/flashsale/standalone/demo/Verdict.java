package dev.flashsale.standalone.demo;

import dev.flashsale.analysis.audit.AuditOptions;
import dev.flashsale.analysis.audit.AuditReport;
import dev.flashsale.analysis.audit.Finding;
import dev.flashsale.analysis.audit.PurchaseCounts;
import dev.flashsale.analysis.audit.SaleReport;
import dev.flashsale.analysis.store.PostgresSource;
import dev.flashsale.analysis.verify.Verification;
import dev.flashsale.standalone.stores.EmbeddedStores;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Whether the sale kept its promise: by the event store, by the order rows, and by what the shoppers were told.
 *
 * @param paid orders of this sale that were paid
 * @param problems where the three contradict each other
 */
record Verdict(AuditReport report, long paid, List<String> problems, ClientLog log) {
    private static final Duration ROWS_MAY_LAG = Duration.ofSeconds(45);
    private static final int EXAMPLES = 10;

    Verdict {
        problems = List.copyOf(problems);
    }

    /** Judges a sale that is over; gives what follows from its last events some time to arrive in the rows. */
    static Verdict on(String saleId, EmbeddedStores stores, ClientLog log) throws SQLException, IOException {
        return on(saleId, Database.of(stores), log);
    }

    /** The same, wherever the events and rows are. */
    static Verdict on(String saleId, Database database, ClientLog log) throws SQLException, IOException {
        Instant deadline = Instant.now().plus(ROWS_MAY_LAG);
        Verdict verdict = now(saleId, database, log);
        while (!verdict.holds() && Instant.now().isBefore(deadline)) {
            Pause.of(Duration.ofSeconds(1));
            verdict = now(saleId, database, log);
        }
        return verdict;
    }

    private static Verdict now(String saleId, Database database, ClientLog log) throws SQLException, IOException {
        try (Connection connection = database.open()) {
            AuditReport report = Verification.of(
                    PostgresSource.on(connection),
                    AuditOptions.of(true),
                    dev.flashsale.analysis.audit.ClientLog.ofAccepted(
                            log.outcomes().keySet()));
            long paid = report.sale(saleId)
                    .map(SaleReport::purchases)
                    .map(PurchaseCounts::paid)
                    .orElse(-1L);
            List<String> problems = new ArrayList<>(log.contradictions());
            report.sale(saleId).ifPresent(sale -> problems.addAll(unsold(sale, log)));
            OrderRows rows = OrderRows.of(saleId, connection);
            problems.addAll(rows.contradictions(paid));
            problems.addAll(rows.contradictions(log.outcomes()));
            return new Verdict(report, paid, problems, log);
        }
    }

    /** The other half of "never undersold", which no event tells: who would have bought what was left in the end. */
    static List<String> unsold(SaleReport sale, ClientLog log) {
        return sale.items().stream()
                .filter(item -> item.available() > 0 && log.countLeftWithout(item.itemId()) > 0)
                .map(item -> "%d units of %s are left although %d shoppers left without"
                        .formatted(item.available(), item.itemId(), log.countLeftWithout(item.itemId())))
                .toList();
    }

    boolean holds() {
        return report.holds() && problems.isEmpty();
    }

    @Override
    public String toString() {
        List<String> lines = new ArrayList<>(problems.stream().limit(EXAMPLES).toList());
        report.findings().stream()
                .filter(finding -> finding.violations() > 0)
                .forEach(finding -> lines.add(broken(finding)));
        lines.add("Shoppers sent %,d requests: %,d purchases accepted, refused %s, %,d answers unknown at first"
                .formatted(log.requests(), log.accepted(), log.refusals(), log.unknown()));
        if (!log.turnedAway().isEmpty()) {
            lines.add(
                    "The gate turned away %s; whoever came again properly was let through".formatted(log.turnedAway()));
        }
        lines.add("%,d events read, %d rules checked, %,d violations"
                .formatted(report.events(), report.findings().size(), report.violations()));
        String contradictions =
                problems.isEmpty() ? "" : " · " + problems.size() + " contradictions with what shoppers and rows say";
        lines.add(report.verdict() + contradictions);
        return String.join(System.lineSeparator(), lines);
    }

    private static String broken(Finding finding) {
        return finding.code() + " does not hold, " + finding.violations() + " times: " + finding.sentence() + " "
                + finding.samples().stream().map(Object::toString).collect(Collectors.joining("; "));
    }
}
