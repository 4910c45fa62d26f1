package dev.flashsale.query.sale;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.Subscription;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Listens to other nodes' news. Spring's own container refuses to start without Redis; this goes on trying. */
@Component
class SalePushSubscription implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SalePushSubscription.class);
    private static final long TRY_AGAIN_MS = 1_000;

    private final StringRedisTemplate redis;
    private final SalePush push;
    private volatile @Nullable CountDownLatch end;
    private volatile @Nullable RedisConnection listening;

    SalePushSubscription(StringRedisTemplate redis, SalePush push) {
        this.redis = redis;
        this.push = push;
    }

    @Override
    public void start() {
        CountDownLatch created = new CountDownLatch(1);
        end = created;
        Thread unused = Thread.ofPlatform().name("sale-push-in").daemon().start(() -> listen(created));
    }

    private void listen(CountDownLatch ended) {
        byte[] channel = SalePush.CHANNEL.getBytes(StandardCharsets.UTF_8);
        try {
            do {
                try {
                    Boolean unused = redis.execute((RedisCallback<Boolean>) connection -> {
                        listening = connection;
                        connection.subscribe(push, channel); // returns when the subscription ends
                        return true;
                    });
                } catch (RuntimeException e) {
                    LOG.debug("Other nodes' news do not come through; the next attempt follows", e);
                }
            } while (!ended.await(TRY_AGAIN_MS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        CountDownLatch running = end;
        RedisConnection connection = listening;
        end = null;
        if (running != null) {
            running.countDown();
        }
        try {
            Subscription subscription = connection == null ? null : connection.getSubscription();
            if (subscription != null && subscription.isAlive()) {
                subscription.unsubscribe();
            }
        } catch (RuntimeException e) {
            LOG.debug("The subscription had ended before", e);
        }
    }

    @Override
    public boolean isRunning() {
        return end != null;
    }
}
