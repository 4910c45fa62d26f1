package dev.flashsale.query.sale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.query.redis.DirectDelivery;
import dev.flashsale.query.testing.RandomHistory;
import dev.flashsale.query.testing.TestStores;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SaleProjectorTest {
    @BeforeEach
    void redisRuns() {
        TestStores.ensureRedis();
    }

    @Test
    void repeatedAndReorderedEventsGiveTheSameContent() {
        // given
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        List<Object> events = RandomHistory.of(seed, 60);
        DirectDelivery delivery = new DirectDelivery(SaleProjector::new);
        Map<String, String> expected = delivery.inOrder(events);

        // when
        delivery.reset();
        Map<String, String> shuffled = delivery.shuffled(events, new Random(seed));

        // then
        assertThat(shuffled).isNotEmpty().isEqualTo(expected);
    }

    @Test
    void aResetRemovesExactlyTheProjectionsOwnKeys() {
        // given
        DirectDelivery delivery = new DirectDelivery(SaleProjector::new);
        delivery.inOrder(RandomHistory.of(1, 5));
        TestStores.separateRedis().opsForHash().put("read:order:somebody-elses", "status", "PAID");

        // when
        Map<String, String> left = delivery.reset();

        // then
        assertThat(left).containsOnlyKeys("read:order:somebody-elses");
    }
}
