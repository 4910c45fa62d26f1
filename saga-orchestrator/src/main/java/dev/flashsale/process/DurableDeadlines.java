package dev.flashsale.process;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import org.axonframework.deadline.dbscheduler.DbSchedulerDeadlineManager;
import org.axonframework.deadline.dbscheduler.DbSchedulerDeadlineToken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deadlines in PostgreSQL. A deadline that is firing at this very moment cannot be cancelled: Axon's manager then fails
 * the whole batch of events, although firing too late is harmless here, because the order decides and an ended process is
 * not found.
 */
final class DurableDeadlines extends DbSchedulerDeadlineManager {
    private static final Logger LOG = LoggerFactory.getLogger(DurableDeadlines.class);

    private final Scheduler scheduler;

    DurableDeadlines(Scheduler scheduler, Builder settings) {
        super(settings);
        this.scheduler = scheduler;
    }

    @Override
    public void cancelSchedule(String deadlineName, String scheduleId) {
        runOnPrepareCommitOrNow(() -> {
            try {
                scheduler.cancel(new DbSchedulerDeadlineToken(scheduleId));
            } catch (TaskInstanceNotFoundException | TaskInstanceCurrentlyExecutingException e) {
                LOG.debug("Deadline {} {} is firing or has fired", deadlineName, scheduleId);
            }
        });
    }
}
