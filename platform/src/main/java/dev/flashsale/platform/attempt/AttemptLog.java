package dev.flashsale.platform.attempt;

import dev.flashsale.kernel.attempt.Attempt;
import dev.flashsale.platform.warmup.ShadowSales;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Component;

/** Takes attempts in, in the order in which they are refused. It never blocks: what has no room is counted and dropped. */
@Component
public class AttemptLog {
    private final boolean enabled;
    private final BlockingQueue<Attempt> waiting;
    private final LongAdder recorded = new LongAdder();
    private final LongAdder dropped = new LongAdder();

    AttemptLog(AttemptSettings settings, MeterRegistry meters) {
        this.enabled = settings.enabled();
        this.waiting = new ArrayBlockingQueue<>(settings.capacity());
        Gauge.builder("flashsale.attempts.waiting", waiting, BlockingQueue::size)
                .description("refused attempts that wait to be written")
                .register(meters);
        FunctionCounter.builder("flashsale.attempts.recorded", recorded, LongAdder::sum)
                .description("refused attempts that were taken into the log")
                .register(meters);
        FunctionCounter.builder("flashsale.attempts.dropped", dropped, LongAdder::sum)
                .description("refused attempts that the log had no room for")
                .register(meters);
    }

    /** Takes one in, unless it belongs to a shadow sale: a node warming up is no shopper. */
    public void record(Attempt attempt) {
        if (!enabled || ShadowSales.own(attempt.saleId())) {
            return;
        }
        if (waiting.offer(attempt)) {
            recorded.increment();
        } else {
            dropped.increment();
        }
    }

    /** Those that wait, oldest first, and at most this many. */
    List<Attempt> take(int most) {
        List<Attempt> taken = new ArrayList<>(Math.min(most, waiting.size()));
        int unused = waiting.drainTo(taken, most);
        return taken;
    }

    /** How many were dropped so far. */
    long dropped() {
        return dropped.sum();
    }
}
