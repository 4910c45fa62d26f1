package dev.flashsale.query.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flashsale.kernel.order.OrderPaid;
import dev.flashsale.query.QuerySideApplication;
import dev.flashsale.query.redis.Projections;
import dev.flashsale.query.redis.ReadModelState;
import dev.flashsale.query.redis.ReadModelState.Condition;
import dev.flashsale.query.testing.History;
import dev.flashsale.query.testing.TestStores;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Starts a query side of its own, on a Redis that is not what it should be. */
class StartTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final History sale = new History("sale", Instant.parse("2026-01-01T10:00:00Z"));

    @AfterEach
    void redisRuns() {
        TestStores.ensureRedis();
    }

    @Test
    void withoutRedisItStartsAndCatchesUpLater() {
        // given
        TestStores.stopRedis();

        // when
        try (ConfigurableApplicationContext service = start("without_redis")) {
            publish(service, sale.scheduled());
            TestStores.startRedis();

            // then
            await().atMost(PATIENCE).until(() -> redis(service).hasKey("read:sale:sale"));
        }
    }

    @Test
    void contentOfAnotherDatabaseIsReplaced() {
        // given what another database's service left behind
        TestStores.ensureRedis();
        try (ConfigurableApplicationContext other = start("another_database")) {
            publish(other, sale.scheduled(), new OrderPaid("theirs", "p", 1, "EUR", sale.opensAt()));
            await().atMost(PATIENCE).until(() -> redis(other).hasKey("read:order:theirs"));
        }

        // when
        try (ConfigurableApplicationContext service = start("this_database")) {
            publish(service, sale.scheduled());

            // then
            await().atMost(PATIENCE)
                    .until(() -> !redis(service).hasKey("read:order:theirs")
                            && redis(service).hasKey("read:sale:sale"));
            ReadModelState state = service.getBean(ReadModelState.class);
            await().atMost(PATIENCE).until(() -> state.check(Projections.SALES) == Condition.COMPLETE);
            assertThat(state.lastIndex(Projections.SALES)).isNotNegative();
        }
    }

    private static ConfigurableApplicationContext start(String database) {
        return new SpringApplicationBuilder(QuerySideApplication.class)
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + TestStores.emptyDatabaseUrl(database),
                        "--spring.datasource.hikari.maximum-pool-size=8",
                        "--spring.data.redis.host=127.0.0.1",
                        "--spring.data.redis.port=" + TestStores.redisPort(),
                        // neither in use by the other tests' service nor its standby
                        "--spring.data.redis.database=5",
                        "--flashsale.security.jwt-secret=only-for-tests-only-for-tests-only-for-tests",
                        "--flashsale.query.check-interval=200ms");
    }

    private static void publish(ConfigurableApplicationContext service, Object... events) {
        EventStore store = service.getBean(EventStore.class);
        for (Object event : events) {
            store.publish(GenericEventMessage.asEventMessage(event));
        }
    }

    private static StringRedisTemplate redis(ConfigurableApplicationContext service) {
        return service.getBean("stringRedisTemplate", StringRedisTemplate.class);
    }
}
