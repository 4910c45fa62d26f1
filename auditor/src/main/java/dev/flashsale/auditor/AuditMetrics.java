package dev.flashsale.auditor;

import dev.flashsale.analysis.audit.AuditReport;
import dev.flashsale.analysis.audit.Finding;
import dev.flashsale.analysis.audit.Invariant;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * {@code flashsale_invariant_violations_total{inv}}, {@code flashsale_verified_index} and
 * {@code flashsale_audit_lag_seconds}.
 */
@Component
@WhereEventsAreStored
class AuditMetrics implements MeterBinder {
    private final RunningAudit audit;

    AuditMetrics(RunningAudit audit) {
        this.audit = audit;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("flashsale.verified.index", audit, AuditMetrics::verifiedIndex)
                .description("position of the newest event verified; -1 before the first")
                .register(registry);
        Gauge.builder("flashsale.audit.lag", audit, running -> running.lag().toMillis() / 1e3)
                .description("for how long events may have been stored that are not verified yet")
                .baseUnit("seconds")
                .register(registry);
        for (Invariant invariant : Invariant.values()) {
            AtomicLong most = new AtomicLong();
            FunctionCounter.builder(
                            "flashsale.invariant.violations",
                            audit,
                            running -> most.accumulateAndGet(violations(running, invariant), Math::max))
                    .tag("inv", invariant.code())
                    .description("how often the invariant did not hold")
                    .register(registry);
        }
    }

    private static double verifiedIndex(RunningAudit audit) {
        AuditReport report = audit.latest();
        return report == null ? -1 : report.lastIndex();
    }

    private static long violations(RunningAudit audit, Invariant invariant) {
        AuditReport report = audit.latest();
        return report == null
                ? 0
                : report.finding(invariant).map(Finding::violations).orElse(0L);
    }
}
