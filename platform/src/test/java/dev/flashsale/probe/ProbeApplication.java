package dev.flashsale.probe;

import dev.flashsale.platform.WebPlatform;
import java.time.Clock;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Everything of the platform that needs no database, with {@link ProbeController} in the place of a service. */
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
        })
@Import({WebPlatform.class, ProbeController.class, ProbeHotRoute.class, Http.class})
public class ProbeApplication {
    static final String SECRET = "a secret for tests, of more than 32 bytes";

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
