package dev.flashsale.platform.warmup;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
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

    /** What runs once per purchase is compiled after some ten thousand: short rounds look flat long before. */
    private static final int TIMES_AS_MANY = 10;

    private final WarmUpSettings settings;
    private final ObjectProvider<Exercise> exercises;
    private final KnownSales sales;
    private volatile int port;
    private volatile boolean warm;
    private volatile boolean settled;
    private volatile boolean closing;

    WarmUp(WarmUpSettings settings, ObjectProvider<Exercise> exercises, KnownSales sales, MeterRegistry meters) {
        this.settings = settings;
        this.exercises = exercises;
        this.sales = sales;
        this.warm = !settings.enabled();
        this.settled = warm;
        Gauge.builder("flashsale.warmup.settled", () -> settled ? 1 : 0)
                .description("1 once the node does not exercise itself any more after its start")
                .register(meters);
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
            run("Warm", settings.maxSeconds(), settings.requestsPerRound(), () -> true);
            warm = true;
            int requests = settings.requestsPerRound() * TIMES_AS_MANY;
            run("Warmer, while nobody buys,", settings.maxSecondsMore(), requests, () -> !closing && sales.areQuiet());
            settled = true;
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

    /**
     * Warms up once.
     *
     * @param maxSeconds for how long at most
     * @param requestsPerRound requests of each kind between two looks at the latency
     * @param mayGoOn asked before each kind of request
     */
    synchronized void run(String what, int maxSeconds, int requestsPerRound, BooleanSupplier mayGoOn) {
        long begun = System.nanoTime();
        long deadline = begun + TimeUnit.SECONDS.toNanos(maxSeconds);
        BooleanSupplier goesOn = () -> System.nanoTime() < deadline && mayGoOn.getAsBoolean();
        List<Exercise> all = exercises.orderedStream().toList();
        ExecutorService threads = Executors.newFixedThreadPool(
                settings.threads(),
                Thread.ofPlatform().name("warm-up-", 0).daemon().factory());
        try {
            if (!goesOn.getAsBoolean()) {
                return;
            }
            Rounds rounds = new Rounds(new LocalNode(port), threads, settings.threads(), requestsPerRound);
            for (Exercise exercise : all) {
                exercise.prepare();
            }
            rounds.run(all, goesOn);
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
