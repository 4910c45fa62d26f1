package dev.flashsale.command.admission.block;

import dev.flashsale.kernel.block.Blocked;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Who is blocked, as this node knows it: read again four times a second if anything changed. While the database is away, what
 * was known last holds, each block until its own end.
 */
@Component
class Blocklist implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(Blocklist.class);
    private static final long LOOK_EVERY_MS = 250;
    private static final Duration CLEAR_EVERY = Duration.ofMinutes(1);

    private final BlockTable table;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("blocklist").daemon().factory());

    private volatile Map<String, Blocked> blocked = Map.of();
    private long seenVersion = -1;
    private Instant clearAt = Instant.MIN;

    Blocklist(BlockTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** Once before the first request is served, and from then on. */
    @Override
    public void afterSingletonsInstantiated() {
        look();
        var unused = timer.scheduleWithFixedDelay(this::look, LOOK_EVERY_MS, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
    }

    /** Whether nobody at all is blocked: one look at a field. */
    boolean isEmpty() {
        return blocked.isEmpty();
    }

    /** The block that holds at this moment; null if none does. */
    @Nullable
    Blocked find(String blockId, Instant moment) {
        Blocked block = blocked.get(blockId);
        return block != null && block.until().isAfter(moment) ? block : null;
    }

    /** Reads the table if it changed. */
    final synchronized void look() {
        Instant now = clock.instant();
        try {
            long version = table.version();
            if (version != seenVersion || now.isAfter(clearAt)) {
                table.forgetBefore(now);
                Map<String, Blocked> read = new HashMap<>();
                table.inForce(now).forEach(block -> read.put(block.blockId(), block));
                blocked = Map.copyOf(read);
                seenVersion = version;
                clearAt = now.plus(CLEAR_EVERY);
            }
        } catch (RuntimeException e) {
            LOG.debug("The blocklist could not be read; what was known last holds", e);
        }
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }
}
