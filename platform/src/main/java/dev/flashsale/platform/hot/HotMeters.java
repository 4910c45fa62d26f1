package dev.flashsale.platform.hot;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** How often and how fast each hot route answers, by status: Spring's own timer does not see these requests. */
final class HotMeters {
    private final MeterRegistry meters;
    private final String route;
    private final Map<Integer, Timer> timers = new ConcurrentHashMap<>();

    HotMeters(MeterRegistry meters, String route) {
        this.meters = meters;
        this.route = route;
    }

    /** @param atNanos when the request came in, by {@link System#nanoTime} */
    Start start(long atNanos) {
        return new Start(this, atNanos);
    }

    private Timer timer(int status) {
        return Timer.builder("flashsale.hot.requests")
                .description("requests answered ahead of Spring MVC")
                .tag("route", route)
                .tag("status", Integer.toString(status))
                .register(meters);
    }

    /** When a request came in. */
    record Start(HotMeters meters, long atNanos) {
        void answered(int status) {
            meters.timers
                    .computeIfAbsent(status, meters::timer)
                    .record(System.nanoTime() - atNanos, TimeUnit.NANOSECONDS);
        }
    }
}
