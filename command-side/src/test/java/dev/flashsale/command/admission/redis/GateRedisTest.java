package dev.flashsale.command.admission.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flashsale.platform.resilience.Guards;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisConnectionException;

/** A Redis that is away is not asked for a while, and everybody gets the answer that holds without it. */
class GateRedisTest {
    private final AtomicBoolean away = new AtomicBoolean(true);
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void aRedisThatIsAwayIsSparedUntilItIsBack() {
        try (UnifiedJedis jedis = RedisClient.create("redis://127.0.0.1:1")) {
            // given
            GateRedis redis = new GateRedis(jedis, Guards.unwatched());
            for (int i = 0; i < 20; i++) {
                assertThat(ask(redis)).isEqualTo("otherwise");
            }

            // when, then
            assertThat(ask(redis)).isEqualTo("otherwise");
            assertThat(asked).hasValue(20);
            assertThat(redis.breakerState()).isEqualTo("OPEN");

            // when it is back
            away.set(false);

            // then
            await().atMost(Duration.ofSeconds(30)).until(() -> ask(redis).equals("answered"));
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                String unused = ask(redis);
                return redis.breakerState().equals("CLOSED");
            });
        }
    }

    private String ask(GateRedis redis) {
        return redis.ask(
                client -> {
                    asked.incrementAndGet();
                    if (away.get()) {
                        throw new JedisConnectionException("away");
                    }
                    return "answered";
                },
                () -> "otherwise");
    }
}
