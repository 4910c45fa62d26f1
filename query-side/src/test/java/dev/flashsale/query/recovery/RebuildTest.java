package dev.flashsale.query.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flashsale.query.redis.Projections;
import dev.flashsale.query.testing.QuerySideTest;
import dev.flashsale.query.testing.RandomHistory;
import dev.flashsale.query.testing.RedisDump;
import dev.flashsale.query.testing.Shop;
import dev.flashsale.query.testing.TestStores;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@QuerySideTest
class RebuildTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    Shop shop;

    @Autowired
    Rebuild rebuild;

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient jdbc;

    private List<Object> later = List.of();
    private Map<String, String> before = Map.of();

    @BeforeEach
    void aSaleHasBeenProjected() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        shop.publish(RandomHistory.of(seed, 40));
        later = RandomHistory.of(seed + 1, 40);
        shop.awaitProjections();
        before = RedisDump.of(redis);
    }

    @AfterEach
    void redisRuns() {
        TestStores.ensureRedis();
        shop.awaitReads();
    }

    @Test
    void aRebuiltProjectionHasTheSameContent() {
        // given something that no event wrote
        redis.opsForHash().put("read:purchase:nobody", "status", "PAID");

        // when
        rebuild.start(Projections.SALES);
        rebuild.start(Projections.PURCHASES);

        // then
        shop.awaitProjections();
        assertThat(RedisDump.of(redis)).isEqualTo(before);
    }

    @Test
    void rebuiltOrderRowsAreTheSame() {
        // given
        List<Map<String, Object>> rows = rows();

        // when
        rebuild.start(Projections.ORDER_ROWS);

        // then
        shop.awaitProjections();
        assertThat(rows()).isNotEmpty().isEqualTo(rows);
    }

    @Test
    void anEmptiedRedisIsFilledAgainByItself() {
        // when
        flushAll();

        // then
        await().atMost(PATIENCE).until(() -> RedisDump.of(redis).equals(before));
    }

    @Test
    void aRedisEmptiedInMidSaleIsFilledAgainWithWhatHappenedMeanwhile() {
        // when
        shop.publish(later.subList(0, 30));
        flushAll();
        shop.publish(later.subList(30, later.size()));

        // then
        shop.awaitProjections();
        Map<String, String> recovered = RedisDump.of(redis);
        rebuild.start(Projections.SALES);
        rebuild.start(Projections.PURCHASES);
        shop.awaitProjections();
        assertThat(recovered).isEqualTo(RedisDump.of(redis)).hasSizeGreaterThan(before.size());
    }

    @Test
    void whatHappensWhileRedisIsAwayIsThereWhenItIsBack() {
        // given
        TestStores.stopRedis();
        shop.publish(later);

        // when
        TestStores.startRedis();

        // then
        shop.awaitProjections();
        assertThat(RedisDump.of(redis)).hasSizeGreaterThan(before.size());
        assertThat(RedisDump.of(redis)).containsAllEntriesOf(withoutLists(before));
    }

    private void flushAll() {
        var connection = redis.getRequiredConnectionFactory().getConnection();
        try (connection) {
            connection.serverCommands().flushAll();
        }
    }

    private List<Map<String, Object>> rows() {
        return jdbc.sql("select * from purchase_order order by order_id")
                .query()
                .listOfRows();
    }

    private static Map<String, String> withoutLists(Map<String, String> dump) {
        Map<String, String> entities = new TreeMap<>(dump);
        entities.keySet().removeIf(key -> key.contains("-list"));
        return entities;
    }
}
