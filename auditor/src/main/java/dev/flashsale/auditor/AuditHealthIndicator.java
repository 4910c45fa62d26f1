package dev.flashsale.auditor;

import dev.flashsale.analysis.audit.AuditReport;
import dev.flashsale.analysis.audit.Finding;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Shows the audit under {@code audit}: OUT_OF_SERVICE when a rule does not hold. */
@Component
@WhereEventsAreStored
class AuditHealthIndicator implements HealthIndicator {
    private final RunningAudit audit;

    AuditHealthIndicator(RunningAudit audit) {
        this.audit = audit;
    }

    @Override
    public Health health() {
        AuditReport report = audit.latest();
        if (report == null) {
            return Health.up().withDetail("verifiedThrough", -1).build();
        }
        Health.Builder health = report.holds() ? Health.up() : Health.outOfService();
        report.findings().stream()
                .filter(finding -> finding.violations() > 0)
                .forEach(finding -> health.withDetail(finding.code(), described(finding)));
        return health.withDetail("verifiedThrough", report.lastIndex()).build();
    }

    private static String described(Finding finding) {
        return finding.violations() + " times, first at " + finding.firstIndex() + ": " + finding.sentence();
    }
}
