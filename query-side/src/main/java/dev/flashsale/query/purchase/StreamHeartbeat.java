package dev.flashsale.query.purchase;

import dev.flashsale.query.redis.QuerySettings;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Beats for all streams; ends them when the service stops, which would otherwise wait for them. */
@Component
class StreamHeartbeat implements InitializingBean, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(StreamHeartbeat.class);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("purchase-streams").daemon().factory());
    private final PurchaseStreams streams;
    private final QuerySettings settings;

    StreamHeartbeat(PurchaseStreams streams, QuerySettings settings) {
        this.streams = streams;
        this.settings = settings;
    }

    @Override
    public void afterPropertiesSet() {
        long everyMs = settings.heartbeat().toMillis();
        var unused = timer.scheduleWithFixedDelay(this::beat, everyMs, everyMs, TimeUnit.MILLISECONDS);
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        timer.shutdownNow();
        streams.endAll();
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }

    private void beat() {
        try {
            streams.beat();
        } catch (RuntimeException e) {
            LOG.warn("A heartbeat failed; the next one follows", e);
        }
    }
}
