package dev.flashsale.process.deadline;

import java.time.Duration;
import java.util.function.IntUnaryOperator;
import org.axonframework.spring.config.SpringAxonConfiguration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Looks for due deadlines again and again, from when their handlers are there until before they go. */
final class DeadlineClock implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DeadlineClock.class);
    private static final Duration LONGEST_BATCH = Duration.ofSeconds(30);

    private final IntUnaryOperator due;
    private final Duration interval;
    private final int batchSize;
    private volatile @Nullable Thread thread;

    /** @param due hands over so many at most, and says how many there were */
    DeadlineClock(IntUnaryOperator due, Duration interval, int batchSize) {
        this.due = due;
        this.interval = interval;
        this.batchSize = batchSize;
    }

    @Override
    public void start() {
        Thread started = Thread.ofPlatform().name("deadlines").unstarted(this::run);
        // it ends as soon as it is not this one, so it has to be this one before it begins
        thread = started;
        started.start();
    }

    private void run() {
        boolean failed = false;
        while (thread == Thread.currentThread()) {
            try {
                while (due.applyAsInt(batchSize) == batchSize && isRunning()) {
                    LOG.debug("More deadlines may be due");
                }
                failed = false;
            } catch (RuntimeException e) {
                if (!failed) {
                    LOG.warn("Deadlines cannot be looked for; they will be, every {}", interval, e);
                }
                failed = true;
            }
            pause();
        }
    }

    private void pause() {
        try {
            synchronized (this) {
                if (isRunning()) {
                    wait(interval.toMillis());
                }
            }
        } catch (InterruptedException e) {
            thread = null;
        }
    }

    @Override
    public void stop() {
        Thread running = thread;
        synchronized (this) {
            thread = null;
            notifyAll();
        }
        try {
            if (running != null) {
                boolean unused = running.join(LONGEST_BATCH);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    @Override
    public int getPhase() {
        return SpringAxonConfiguration.LIFECYCLE_PHASE + 1;
    }
}
