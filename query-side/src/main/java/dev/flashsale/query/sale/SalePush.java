package dev.flashsale.query.sale;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.data.redis.connection.Message;
import org.springframework.data.redis.connection.MessageListener;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Carries the news that sales have changed: to this node directly, to the others by Redis. Nothing waits for it and nothing
 * repeats it, since a copy that missed it is read again soon anyway.
 */
@Component
class SalePush implements MessageListener, DisposableBean {
    static final String CHANNEL = "push:sales-changed";

    private static final Logger LOG = LoggerFactory.getLogger(SalePush.class);
    private static final int MOST_WAITING = 100;
    private static final String SEPARATOR = " ";

    private final String self = UUID.randomUUID().toString();
    private final ExecutorService sender = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().name("sale-push").daemon().factory(),
            new ThreadPoolExecutor.DiscardPolicy());
    private final StringRedisTemplate redis;
    private final SaleRefresh refresh;

    SalePush(StringRedisTemplate redis, SaleRefresh refresh) {
        this.redis = redis;
        this.refresh = refresh;
    }

    /** Redis holds new content of these sales. */
    void changed(Collection<String> saleIds) {
        refresh.changed(saleIds);
        String news = self + SEPARATOR + String.join(SEPARATOR, saleIds);
        sender.execute(() -> publish(news));
    }

    @Override
    public void onMessage(Message message, byte @Nullable [] pattern) {
        List<String> words = List.of(new String(message.getBody(), StandardCharsets.UTF_8).split(SEPARATOR));
        if (!words.getFirst().equals(self)) {
            refresh.changed(words.subList(1, words.size()));
        }
    }

    private void publish(String news) {
        try {
            redis.convertAndSend(CHANNEL, news);
        } catch (RuntimeException e) {
            LOG.debug("Other nodes were not told of changed sales; their copies expire", e);
        }
    }

    @Override
    public void destroy() {
        sender.shutdownNow();
    }
}
