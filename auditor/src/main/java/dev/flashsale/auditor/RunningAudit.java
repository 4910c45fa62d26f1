package dev.flashsale.auditor;

import dev.flashsale.analysis.audit.Audit;
import dev.flashsale.analysis.audit.AuditOptions;
import dev.flashsale.analysis.audit.AuditReport;
import dev.flashsale.analysis.audit.Finding;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The audit of the growing store, from its first event on. It is kept in memory: a restart verifies everything again, which
 * is quicker than being wrong about what was verified before.
 */
@Component
@WhereEventsAreStored
class RunningAudit {
    private static final Logger LOG = LoggerFactory.getLogger(RunningAudit.class);
    /** A transaction should not stay open for long. */
    private static final int EVENTS_PER_READ = 10_000;

    private final EventTail tail;
    private final Audit audit;
    private final AuditorSettings settings;
    private final Clock clock;
    private final Set<String> reported = new HashSet<>();
    private long forgottenAt;
    private volatile Instant verifiedUntil;
    private volatile @Nullable AuditReport latest;

    RunningAudit(DataSource database, AuditorSettings settings, Clock clock) {
        this.tail = new EventTail(database);
        this.audit = new Audit(new AuditOptions(false, settings.grace(), settings.staleness(), null, false));
        this.settings = settings;
        this.clock = clock;
        this.verifiedUntil = clock.instant();
    }

    /**
     * Verifies what was stored since.
     *
     * @param most how many events at most
     * @return whether nothing is left to verify
     */
    synchronized boolean goOn(int most) throws SQLException {
        Instant now = clock.instant();
        long before = audit.events();
        boolean atHead = tail.read(Math.min(most, EVENTS_PER_READ), audit::accept);
        if (atHead) {
            verifiedUntil = now;
        }
        if (audit.events() - forgottenAt >= settings.keepEvents()) {
            forgottenAt = audit.events();
            audit.forgetSettled();
        }
        if (atHead || audit.events() == before) {
            judge();
        }
        return atHead || audit.events() == before;
    }

    private void judge() {
        AuditReport report = audit.report(asOf(), null);
        latest = report;
        for (Finding finding : report.findings()) {
            if (finding.violations() > 0 && reported.add(finding.code())) {
                LOG.error("{} does not hold: {}: {}", finding.code(), finding.sentence(), finding.samples());
            }
        }
    }

    // what was stored later is not known yet, and may be what ended a reservation
    private Instant asOf() {
        return verifiedUntil.isBefore(audit.lastTimestamp()) ? audit.lastTimestamp() : verifiedUntil;
    }

    /** How everything verified so far stands, or one sale. */
    synchronized AuditReport report(@Nullable String saleId) {
        return audit.report(asOf(), saleId);
    }

    synchronized boolean knows(String saleId) {
        return audit.ledger().sale(saleId) != null;
    }

    /** The report of the last look at the store; absent before the first. */
    @Nullable
    AuditReport latest() {
        return latest;
    }

    /** For how long events may have been stored that are not verified yet. */
    Duration lag() {
        return Duration.between(verifiedUntil, clock.instant());
    }
}
