package dev.flashsale.platform.warmup;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Warms the node up between its start and its readiness, over its own port. Whatever goes wrong is logged and ends the
 * warm-up: a cold node is better than none.
 */
@Component
class WarmUp {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    private final WarmUpSettings settings;
    private final ObjectProvider<Exercise> exercises;
    private final KnownSales sales;
    private volatile int port;
    private volatile boolean warm;
    private volatile boolean closing;

    WarmUp(WarmUpSettings settings, ObjectProvider<Exercise> exercises, KnownSales sales) {
        this.settings = settings;
        this.exercises = exercises;
        this.sales = sales;
        this.warm = !settings.enabled();
    }

    @EventListener
    void portIsOpen(WebServerInitializedEvent event) {
        port = event.getWebServer().getPort();
    }

    @EventListener(ApplicationReadyEvent.class)
    void started() {
        if (settings.enabled()) {
            Thread.ofPlatform().name("warm-up").daemon().start(this::warmUp);
        }
    }

    private void warmUp() {
        try {
            // many and large sales may take longer than readiness can wait; the rest is then filled meanwhile
            boolean unused = Thread.ofPlatform()
                    .name("warm-up-caches")
                    .daemon()
                    .start(sales::prepareAll)
                    .join(Duration.ofSeconds(settings.maxSeconds()));
            run("Warm", settings.maxSeconds());
            warm = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        closing = true;
    }

    /** Whether the node may be given traffic. */
    boolean isWarm() {
        return warm;
    }

    /** Warms up once, for at most this long. */
    synchronized void run(String what, int maxSeconds) {
        long begun = System.nanoTime();
        List<Exercise> all = exercises.orderedStream().toList();
        ExecutorService threads = Executors.newFixedThreadPool(
                settings.threads(),
                Thread.ofPlatform().name("warm-up-", 0).daemon().factory());
        try {
            Rounds rounds = new Rounds(new LocalNode(port), threads, settings);
            for (Exercise exercise : all) {
                exercise.prepare();
            }
            rounds.run(all, begun + TimeUnit.SECONDS.toNanos(maxSeconds));
            LOG.info(
                    "{} after {} s{}: {}",
                    what,
                    "%.1f".formatted((System.nanoTime() - begun) / 1e9),
                    rounds.isFlat() ? "" : ", still getting faster",
                    rounds.summary());
        } catch (IOException | RuntimeException e) {
            if (!closing) {
                LOG.warn("The warm-up ended early; the first requests will be slow", e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            threads.shutdownNow();
            all.forEach(this::cleanUp);
        }
    }

    private void cleanUp(Exercise exercise) {
        try {
            exercise.cleanUp();
        } catch (RuntimeException e) {
            LOG.debug("What {} made stays until the next start", exercise.name(), e);
        }
    }
}
