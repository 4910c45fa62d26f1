package dev.flashsale.platform.warmup;

import com.sun.management.OperatingSystemMXBean;
import dev.flashsale.kernel.sale.FlashSaleScheduled;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Gets the node ready for a sale shortly before it opens: the caches anew, and a short warm-up if the node is idle, since code
 * that nobody ran for a day may have lost its compiled form and its pages. A busy node is warm.
 */
@Component
class OpeningWatch implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(OpeningWatch.class);
    private static final int LOOK_EVERY_SECONDS = 5;
    private static final double IDLE_LOAD = 0.2;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("opening-watch").daemon().factory());
    private final Set<String> attended = new HashSet<>();
    private final WarmUpSettings settings;
    private final WarmUp warmUp;
    private final KnownSales sales;
    private final Clock clock;

    OpeningWatch(WarmUpSettings settings, WarmUp warmUp, KnownSales sales, Clock clock) {
        this.settings = settings;
        this.warmUp = warmUp;
        this.sales = sales;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void started() {
        if (settings.enabled()) {
            var unused =
                    timer.scheduleWithFixedDelay(this::look, LOOK_EVERY_SECONDS, LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void look() {
        try {
            Instant now = clock.instant();
            List<FlashSaleScheduled> soon = sales.current().stream()
                    .filter(sale -> sale.opensAt().isAfter(now))
                    .filter(sale -> sale.opensAt().isBefore(now.plus(settings.beforeOpening())))
                    .filter(sale -> attended.add(sale.saleId()))
                    .toList();
            soon.forEach(sales::prepare);
            Instant itsEnd = now.plusSeconds(settings.maxSecondsBeforeOpening() + 1L);
            boolean hasTime = soon.stream().allMatch(sale -> sale.opensAt().isAfter(itsEnd));
            if (!soon.isEmpty() && hasTime && isIdle()) {
                warmUp.run(
                        "Warm for an opening",
                        settings.maxSecondsBeforeOpening(),
                        settings.requestsPerRound(),
                        () -> true);
            }
        } catch (RuntimeException e) {
            LOG.warn("The openings could not be looked at; the next look follows", e);
        }
    }

    private static boolean isIdle() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                && system.getProcessCpuLoad() < IDLE_LOAD;
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }
}
