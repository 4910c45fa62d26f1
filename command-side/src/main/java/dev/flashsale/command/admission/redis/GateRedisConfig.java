package dev.flashsale.command.admission.redis;

import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;

/** The gate's own connections: a query side that keeps Redis busy leaves it these. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GateRedisSettings.class)
class GateRedisConfig {
    private static final int CONNECTIONS = 32;

    @Bean(destroyMethod = "close")
    UnifiedJedis gateJedis(GateRedisSettings settings) {
        int timeoutMs = (int) settings.timeout().toMillis();
        GenericObjectPoolConfig<Connection> pool = new GenericObjectPoolConfig<>();
        pool.setMaxTotal(CONNECTIONS);
        pool.setMaxIdle(CONNECTIONS);
        pool.setMaxWait(settings.timeout());
        pool.setJmxEnabled(false);
        return RedisClient.builder()
                .hostAndPort(new HostAndPort(settings.host(), settings.port()))
                .clientConfig(DefaultJedisClientConfig.builder()
                        .user(settings.username())
                        .password(settings.password())
                        .database(settings.database())
                        .ssl(settings.ssl().enabled())
                        .connectionTimeoutMillis(timeoutMs)
                        .socketTimeoutMillis(timeoutMs)
                        .build())
                .poolConfig(pool)
                .build();
    }
}
