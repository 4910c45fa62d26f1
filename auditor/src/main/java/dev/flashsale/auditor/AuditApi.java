package dev.flashsale.auditor;

import dev.flashsale.analysis.audit.AuditReport;
import dev.flashsale.analysis.audit.Finding;
import dev.flashsale.analysis.audit.SaleReport;
import dev.flashsale.platform.problem.ApiProblem;
import jakarta.validation.constraints.Size;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the running auditor has found, for merchants and analysts. */
@RestController
@Validated
@WhereEventsAreStored
class AuditApi {
    private static final Logger LOG = LoggerFactory.getLogger(AuditApi.class);
    /** Somebody waits for the answer: it does not verify more than this before it gives one. */
    private static final int MOST_EVENTS = 5_000;

    /**
     * What was found.
     *
     * @param verdict one line for people
     * @param verifiedThrough position of the newest event verified; -1 when there is none
     * @param complete whether that was the newest event there was
     * @param findings one for each invariant that was checked
     */
    record AuditAnswer(
            String verdict,
            boolean holds,
            long verifiedThrough,
            boolean complete,
            Instant serverTime,
            List<Finding> findings,
            List<SaleReport> sales) {}

    private final RunningAudit audit;
    private final Clock clock;

    AuditApi(RunningAudit audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/api/admin/audit")
    AuditAnswer audit(@RequestParam(required = false) @Size(max = 64) @Nullable String sale) {
        boolean complete = catchUp();
        if (sale != null && !audit.knows(sale)) {
            throw ApiProblem.of(HttpStatus.NOT_FOUND, "unknown-sale", "No such sale");
        }
        AuditReport report = audit.report(sale);
        if (!report.holds()) {
            throw ApiProblem.of(HttpStatus.CONFLICT, "invariant-broken", "An invariant does not hold")
                    .detail(report.verdict())
                    .with("verifiedThrough", report.lastIndex())
                    .with("complete", complete)
                    .with("findings", report.findings())
                    .with("sales", report.sales());
        }
        return new AuditAnswer(
                report.verdict(),
                true,
                report.lastIndex(),
                complete,
                clock.instant(),
                report.findings(),
                report.sales());
    }

    private boolean catchUp() {
        try {
            return audit.goOn(MOST_EVENTS);
        } catch (SQLException e) {
            LOG.warn("The store could not be read for an audit", e);
            return false;
        }
    }
}
