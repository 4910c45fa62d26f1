package dev.flashsale.query.redis;

import com.redis.om.spring.annotations.EnableRedisEnhancedRepositories;
import java.time.Duration;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.redis.autoconfigure.DataRedisProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.data.redis.connection.RedisPassword;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.jedis.JedisClientConfiguration;
import org.springframework.data.redis.connection.jedis.JedisConnectionFactory;

/** The connection to Redis, and the repositories that read entities by id. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DataRedisProperties.class, QuerySettings.class})
@EnableRedisEnhancedRepositories(basePackages = {"dev.flashsale.query.sale", "dev.flashsale.query.order"})
class RedisConfig {
    private static final int CONNECTIONS = 64;
    private static final Duration WAIT_FOR_CONNECTION = Duration.ofMillis(500);

    /**
     * redis-om's own factory opens a connection per command and ignores timeouts. The unified client of Data Redis 4.1 is
     * switched off because redis-om's batch operations expect a plain Jedis.
     */
    @Bean("jedisConnectionFactory")
    @Primary
    JedisConnectionFactory jedisConnectionFactory(DataRedisProperties redis, QuerySettings settings) {
        RedisStandaloneConfiguration server = new RedisStandaloneConfiguration(redis.getHost(), redis.getPort());
        server.setDatabase(redis.getDatabase());
        server.setUsername(redis.getUsername());
        server.setPassword(RedisPassword.of(redis.getPassword()));
        JedisConnectionFactory factory = new JedisConnectionFactory(server, client(redis, settings.redisTimeout()));
        factory.setUseUnifiedJedis(false);
        return factory;
    }

    private static JedisClientConfiguration client(DataRedisProperties redis, Duration timeout) {
        GenericObjectPoolConfig<Object> pool = new GenericObjectPoolConfig<>();
        pool.setMaxTotal(CONNECTIONS);
        pool.setMaxIdle(CONNECTIONS);
        pool.setMaxWait(WAIT_FOR_CONNECTION);
        pool.setJmxEnabled(false);
        JedisClientConfiguration.JedisClientConfigurationBuilder client =
                JedisClientConfiguration.builder().connectTimeout(timeout).readTimeout(timeout);
        if (redis.getSsl().isEnabled()) {
            client.useSsl();
        }
        return client.usePooling().poolConfig(pool).build();
    }
}
