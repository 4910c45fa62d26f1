package dev.flashsale.query.recovery;

import dev.flashsale.query.redis.Projections;
import dev.flashsale.query.redis.QuerySettings;
import dev.flashsale.query.redis.ReadModelState;
import dev.flashsale.query.redis.ReadModelState.Condition;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Compares Redis with what was written to it, at the start and ever after, and rebuilds what is not there. */
@Component
class ReadModelWatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ReadModelWatch.class);
    private static final LongSupplier UNBOUNDED = () -> Long.MAX_VALUE;
    private static final Duration WHILE_REBUILDING = Duration.ofMillis(250);

    private final ReadModelState state;
    private final Rebuild rebuild;
    private final EventStore events;
    private final QuerySettings settings;
    private volatile @Nullable ScheduledExecutorService timer;

    ReadModelWatch(ReadModelState state, Rebuild rebuild, EventStore events, QuerySettings settings) {
        this.state = state;
        this.rebuild = rebuild;
        this.events = events;
        this.settings = settings;
    }

    @Override
    public void start() {
        Projections.ALL.forEach(rebuild::processor);
        ScheduledExecutorService created = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("read-model-watch").daemon().factory());
        timer = created;
        created.execute(() -> round(created, this::newestEvent));
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = timer;
        timer = null;
        if (running != null) {
            running.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }

    // A database restored from an older backup: Redis and the store then tell different stories. The store is only
    // asked at
    // the start, since nobody restores it under a running service.
    private long newestEvent() {
        TrackingToken head = events.createHeadToken();
        return head == null ? -1 : head.position().orElse(Long.MAX_VALUE);
    }

    private void round(ScheduledExecutorService executor, LongSupplier newestEvent) {
        boolean rebuilding = false;
        LongSupplier newestNext = newestEvent;
        try {
            for (String projection : Projections.IN_REDIS) {
                rebuilding |= attend(projection, newestEvent);
            }
            Projections.ALL.stream()
                    .filter(projection -> state.condition(projection) != Condition.AWAY)
                    .forEach(rebuild::wake);
            newestNext = UNBOUNDED;
        } catch (RuntimeException e) {
            LOG.warn("The read model could not be checked; the next check follows", e);
        }
        Duration pause = rebuilding ? WHILE_REBUILDING : settings.checkInterval();
        if (!executor.isShutdown()) {
            LongSupplier newest = newestNext;
            var unused = executor.schedule(() -> round(executor, newest), pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private boolean attend(String projection, LongSupplier newestEvent) {
        Condition before = state.condition(projection);
        Condition now = state.check(projection, newestEvent);
        if (now == Condition.LOST) {
            LOG.warn("Redis lost the content of {}; it is rebuilt from the event store", projection);
            boolean started = rebuild.start(projection);
            return started && state.check(projection) == Condition.REBUILDING;
        }
        if (before != now) {
            LOG.info("{} in Redis: {}", projection, now);
        }
        return now == Condition.REBUILDING;
    }
}
