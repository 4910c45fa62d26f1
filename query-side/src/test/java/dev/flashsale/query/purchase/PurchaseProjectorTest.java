package dev.flashsale.query.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import dev.flashsale.query.redis.DirectDelivery;
import dev.flashsale.query.testing.RandomHistory;
import dev.flashsale.query.testing.TestStores;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PurchaseProjectorTest {
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
        PurchaseUpdates nobodyListens = mock(PurchaseUpdates.class);
        DirectDelivery delivery = new DirectDelivery(readModel -> new PurchaseProjector(readModel, nobodyListens));
        Map<String, String> expected = delivery.inOrder(events);

        // when
        delivery.reset();
        Map<String, String> shuffled = delivery.shuffled(events, new Random(seed));

        // then
        assertThat(shuffled).isNotEmpty().isEqualTo(expected);
    }
}
