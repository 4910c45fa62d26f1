package dev.flashsale.query.sale;

import dev.flashsale.query.redis.QuerySettings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Reads changed sales anew, in rounds: a change is seen at once when nothing happened lately, and a storm of changes costs one
 * read per sale and round.
 */
@Component
class SaleRefresh implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(SaleRefresh.class);

    private final Set<String> changed = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean planned = new AtomicBoolean();
    private final ScheduledThreadPoolExecutor rounds = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("sale-refresh").daemon().factory());
    private final SaleCopies copies;
    private final long pauseNanos;
    private volatile long lastRoundNanos;

    SaleRefresh(SaleCopies copies, QuerySettings settings) {
        this.copies = copies;
        this.pauseNanos = settings.refreshPause().toNanos();
        this.lastRoundNanos = System.nanoTime() - pauseNanos;
        // what is planned when the service stops is not worth waiting for
        rounds.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** The sales have changed in Redis. */
    void changed(Collection<String> saleIds) {
        changed.addAll(saleIds);
        if (!rounds.isShutdown() && planned.compareAndSet(false, true)) {
            long waited = System.nanoTime() - lastRoundNanos;
            var unused = rounds.schedule(this::round, Math.max(0, pauseNanos - waited), TimeUnit.NANOSECONDS);
        }
    }

    private void round() {
        lastRoundNanos = System.nanoTime();
        planned.set(false); // before the changes are taken: a later one plans the next round
        List<String> saleIds = new ArrayList<>(changed);
        saleIds.forEach(changed::remove);
        saleIds.forEach(this::refresh);
    }

    private void refresh(String saleId) {
        try {
            copies.refresh(saleId);
        } catch (RuntimeException e) {
            // the copy stays until its time is over, and whoever asks then reads it
            LOG.debug("Sale {} could not be read again", saleId, e);
        }
    }

    @Override
    public void destroy() {
        rounds.shutdownNow();
    }
}
