package dev.flashsale.auditor;

import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Lets the audit go on every few seconds, and no faster than it may. */
@Component
@WhereEventsAreStored
class AuditClockwork implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(AuditClockwork.class);
    private static final int SLICES_PER_SECOND = 5;

    private final RunningAudit audit;
    private final AuditorSettings settings;
    private volatile @Nullable ScheduledExecutorService timer;

    AuditClockwork(RunningAudit audit, AuditorSettings settings) {
        this.audit = audit;
        this.settings = settings;
    }

    @Override
    public void start() {
        ScheduledExecutorService created = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("auditor").daemon().factory());
        timer = created;
        created.execute(() -> round(created));
    }

    private void round(ScheduledExecutorService executor) {
        long pauseMs = settings.interval().toMillis();
        try {
            if (!audit.goOn(Math.max(1, settings.mostEventsPerSecond() / SLICES_PER_SECOND))) {
                pauseMs = 1_000 / SLICES_PER_SECOND;
            }
        } catch (SQLException | RuntimeException e) {
            if (!executor.isShutdown()) {
                LOG.warn("The store could not be audited; the next look follows", e);
            }
        }
        if (!executor.isShutdown()) {
            var unused = executor.schedule(() -> round(executor), pauseMs, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = timer;
        timer = null;
        if (running != null) {
            running.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }
}
