package dev.flashsale.command.purchase;

import dev.flashsale.kernel.attempt.Attempt;
import dev.flashsale.platform.attempt.AttemptLog;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Records and counts who left without a stock being asked. */
@Component
class EdgeRecord {
    private final AttemptLog attempts;
    private final MeterRegistry meters;
    private final Map<String, Counter> counters = new ConcurrentHashMap<>();

    EdgeRecord(AttemptLog attempts, MeterRegistry meters) {
        this.attempts = attempts;
        this.meters = meters;
    }

    void add(Attempt attempt) {
        attempts.record(attempt);
        counters.computeIfAbsent(attempt.reason(), this::counter).increment();
    }

    private Counter counter(String reason) {
        return Counter.builder("flashsale.edge.refused")
                .description("purchase attempts that were refused without asking a stock")
                .tag("reason", reason)
                .register(meters);
    }
}
