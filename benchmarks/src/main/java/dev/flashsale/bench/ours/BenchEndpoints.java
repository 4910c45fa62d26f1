package dev.flashsale.bench.ours;

import dev.flashsale.bench.subject.BareHttp;
import dev.flashsale.query.recovery.Rebuild;
import jakarta.servlet.Filter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.JdbcTemplate;

/** What only a benchmark may ask of the product's server. */
@Configuration(proxyBeanMethods = false)
public class BenchEndpoints {
    @Bean
    FilterRegistrationBean<Filter> bareHttp() {
        return first(new BareHttp(), BareHttp.PATH);
    }

    @Bean
    FilterRegistrationBean<Filter> replay(
            Rebuild rebuild, org.axonframework.config.Configuration axon, JdbcTemplate jdbc) {
        return first(new ReplayFilter(rebuild, axon, jdbc), ReplayFilter.PATH);
    }

    @Bean
    FilterRegistrationBean<Filter> rawRedis(
            @Value("${spring.data.redis.port}") int port, @Value("${spring.data.redis.password}") String password) {
        return first(new RedisFilter(port, password), RedisFilter.PATH);
    }

    @Bean
    FilterRegistrationBean<Filter> checks(ApplicationContext server) {
        return first(new ChecksFilter(server), ChecksFilter.PATH);
    }

    private static FilterRegistrationBean<Filter> first(Filter filter, String path) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns(path);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
