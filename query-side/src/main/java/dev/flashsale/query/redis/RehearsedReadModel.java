package dev.flashsale.query.redis;

import dev.flashsale.platform.warmup.Rehearsal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.jedis.JedisConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the projectors write while a node warms up: under keys of its own, each removed as soon as it was written. Its marks
 * are rolled back with the batch.
 */
@Configuration(proxyBeanMethods = false)
class RehearsedReadModel {
    /** How its keys begin. A crash may leave some. */
    static final String KEYS = "shadow:";

    private static final String MARKS = "@shadow";

    @Bean
    Rehearsal salesRehearsal(List<ProjectorFactory> factories, JedisConnectionFactory connections, JdbcClient jdbc) {
        return rehearsal(Projections.SALES, factories, connections, jdbc);
    }

    @Bean
    Rehearsal purchasesRehearsal(
            List<ProjectorFactory> factories, JedisConnectionFactory connections, JdbcClient jdbc) {
        return rehearsal(Projections.PURCHASES, factories, connections, jdbc);
    }

    private static Rehearsal rehearsal(
            String projection, List<ProjectorFactory> factories, JedisConnectionFactory connections, JdbcClient jdbc) {
        return new Rehearsal(() -> {
            StringRedisTemplate redis = new StringRedisTemplate(connections);
            redis.setKeySerializer(new Apart());
            ReadModel readModel = new ReadModel(redis, new Marks(jdbc, MARKS), redis::unlink);
            return SimpleEventHandlerInvoker.builder()
                    .eventHandlers(factories.stream()
                            .filter(factory -> factory.projection().equals(projection))
                            .map(factory -> factory.writingTo(readModel))
                            .toList())
                    .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                    .build();
        });
    }

    /** Puts the prefix before every key. */
    private static final class Apart implements RedisSerializer<String> {
        @Override
        public byte[] serialize(@Nullable String key) {
            return (KEYS + key).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String deserialize(byte @Nullable [] key) {
            return key == null ? "" : new String(key, StandardCharsets.UTF_8).substring(KEYS.length());
        }
    }
}
