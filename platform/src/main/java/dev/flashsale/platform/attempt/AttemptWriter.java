package dev.flashsale.platform.attempt;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.flashsale.kernel.attempt.Attempt;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Writes what {@link AttemptLog} took in, from one thread, and forgets what is older than the retention. While the database
 * does not answer, the batch in hand is kept and the log fills up; what it then drops, the next row counts.
 */
@Component
@EnableConfigurationProperties(AttemptSettings.class)
class AttemptWriter {
    static final int MOST_PER_ROW = 8_192;
    private static final Duration FORGET_EVERY = Duration.ofHours(1);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(2);
    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(AttemptWriter.class);

    private final UUID runId = UuidCreator.getTimeOrderedEpoch();
    private final CountDownLatch end = new CountDownLatch(1);
    private final AttemptLog log;
    private final AttemptTable table;
    private final AttemptSettings settings;
    private final Clock clock;
    private final Thread thread;

    // the writing thread's own
    private List<Attempt> inHand = List.of();
    private long droppedTold;
    private long rows;
    private long forgotAtNanos = System.nanoTime() - FORGET_EVERY.toNanos();

    AttemptWriter(AttemptLog log, AttemptTable table, AttemptSettings settings, Clock clock) {
        this.log = log;
        this.table = table;
        this.settings = settings;
        this.clock = clock;
        this.thread = Thread.ofPlatform().name("attempts").daemon().unstarted(this::run);
    }

    @PostConstruct
    void start() {
        thread.start();
    }

    /** Writes the rest and marks the run as ended in order. */
    @PreDestroy
    void stop() throws InterruptedException {
        end.countDown();
        thread.join(PATIENCE_AT_THE_END.toMillis());
    }

    private void run() {
        try {
            Duration pause = settings.writeEvery();
            while (!end.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                pause = succeeds(this::turn) ? settings.writeEvery() : AFTER_A_FAILURE;
            }
            boolean unused = succeeds(this::lastTurn);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void turn() {
        writeWaiting();
        if (System.nanoTime() - forgotAtNanos >= FORGET_EVERY.toNanos()) {
            int forgotten = table.forgetBefore(clock.instant().minus(Duration.ofDays(settings.retentionDays())));
            forgotAtNanos = System.nanoTime();
            if (forgotten > 0) {
                LOG.info("Forgot {} rows of attempts older than {} days", forgotten, settings.retentionDays());
            }
        }
    }

    private void lastTurn() {
        writeWaiting();
        if (rows > 0) {
            table.add(runId, rows + 1, List.of(), 0, true, clock.instant());
        }
    }

    private void writeWaiting() {
        do {
            if (inHand.isEmpty()) {
                inHand = log.take(MOST_PER_ROW);
            }
            long dropped = log.dropped();
            if (!inHand.isEmpty() || dropped > droppedTold) {
                table.add(runId, rows + 1, inHand, dropped - droppedTold, false, clock.instant());
                rows++;
                droppedTold = dropped;
            }
            boolean full = inHand.size() == MOST_PER_ROW;
            inHand = List.of();
            if (!full) {
                return;
            }
        } while (true);
    }

    /** Refusals must go on while they cannot be written. */
    private static boolean succeeds(Runnable work) {
        try {
            work.run();
            return true;
        } catch (RuntimeException e) {
            LOG.warn("Refused attempts could not be written: {}", e.toString());
            return false;
        }
    }
}
