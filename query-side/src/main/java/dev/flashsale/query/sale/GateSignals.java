package dev.flashsale.query.sale;

import dev.flashsale.query.redis.QuerySettings;
import dev.flashsale.query.redis.ReadModelUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.redis.core.RedisOperations;
import org.springframework.data.redis.core.SessionCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Tells gateways, through Redis, which sales cannot sell right now. A signal lives for a second and is renewed while it is
 * true: when this process dies, the gate opens by itself. What cannot be read for certain is not signalled.
 */
@Component
class GateSignals implements SmartLifecycle {
    /** A gateway reads {@code gate:sale:<saleId>}; the value is the sale's {@link ShopperStatus}. */
    static final String KEY = "gate:sale:";

    private static final Logger LOG = LoggerFactory.getLogger(GateSignals.class);
    private static final Duration LIFETIME = Duration.ofSeconds(1);
    /** After that, the few who still ask are no storm. */
    private static final Duration AFTER_THE_END = Duration.ofHours(1);

    private final SaleReads sales;
    private final StringRedisTemplate redis;
    private final Clock clock;
    private final Duration interval;
    private volatile @Nullable ScheduledExecutorService timer;

    GateSignals(SaleReads sales, StringRedisTemplate redis, Clock clock, QuerySettings settings) {
        this.sales = sales;
        this.redis = redis;
        this.clock = clock;
        this.interval = settings.gateInterval();
    }

    @Override
    public void start() {
        ScheduledExecutorService created = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("gate-signals").daemon().factory());
        var unused = created.scheduleWithFixedDelay(this::round, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
        timer = created;
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

    private void round() {
        try {
            Instant now = clock.instant();
            List<SaleSnapshot> known = sales.certain().stream()
                    .filter(sale -> now.isBefore(sale.closesAt().plus(AFTER_THE_END)))
                    .toList();
            redis.executePipelined(new SessionCallback<@Nullable Object>() {
                @Override
                @SuppressWarnings("NullAway") // a pipeline insists on null: its answers come from elsewhere
                public <K, V> @Nullable Object execute(RedisOperations<K, V> pipeline) {
                    known.forEach(sale -> signal(sale, now));
                    return null;
                }
            });
        } catch (ReadModelUnavailableException e) {
            LOG.debug("No signals: what Redis holds is not certain", e);
        } catch (RuntimeException e) {
            LOG.debug("No signals: Redis does not answer", e);
        }
    }

    private void signal(SaleSnapshot sale, Instant now) {
        String key = KEY + sale.saleId();
        GateSignal signal = GateSignal.of(sale, now, LIFETIME);
        if (signal == null) {
            Boolean unused = redis.delete(key);
        } else {
            redis.opsForValue().set(key, signal.status().name(), Duration.ofMillis(signal.lifetimeMs()));
        }
    }
}
