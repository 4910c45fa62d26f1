package dev.flashsale.bench.classic;

import dev.flashsale.bench.subject.Baseline;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;

/** Only what the classic design needs, so that it starts fast: the web server, a filter, Redis, one SQL connection. */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class})
class ClassicApplication {
    @Bean(destroyMethod = "close")
    Counter counter(Environment settings) {
        return new Counter(redis(settings));
    }

    @Bean(destroyMethod = "close")
    OrderConsumer orderConsumer(Environment settings, Counter counter) throws SQLException {
        Connection database = DriverManager.getConnection(
                settings.getRequiredProperty("spring.datasource.url"),
                settings.getRequiredProperty("spring.datasource.username"),
                settings.getRequiredProperty("spring.datasource.password"));
        try (Statement statement = database.createStatement()) {
            statement.execute(Baseline.ORDERS_TABLE);
            // between two sales this connection rests for longer than the server likes
            statement.execute("set idle_in_transaction_session_timeout = 0");
        }
        database.setAutoCommit(false);
        return new OrderConsumer(redis(settings), database);
    }

    @Bean
    FilterRegistrationBean<ClassicFilter> classicFilter(Environment settings, Counter counter) {
        Bearer bearer = new Bearer(settings.getRequiredProperty("flashsale.security.jwt-secret"));
        FilterRegistrationBean<ClassicFilter> registration =
                new FilterRegistrationBean<>(new ClassicFilter(bearer, counter));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    private static Jedis redis(Environment settings) {
        return new Jedis(
                new HostAndPort("127.0.0.1", settings.getRequiredProperty("spring.data.redis.port", Integer.class)),
                DefaultJedisClientConfig.builder()
                        .password(settings.getRequiredProperty("spring.data.redis.password"))
                        .build());
    }
}
