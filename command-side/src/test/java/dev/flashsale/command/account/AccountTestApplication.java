package dev.flashsale.command.account;

import dev.flashsale.command.admission.limit.RateLimits;
import dev.flashsale.command.admission.redis.GateRedis;
import dev.flashsale.platform.WebPlatform;
import dev.flashsale.platform.resilience.Guards;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** The accounts alone, on a PostgreSQL of their own. Not marked as a configuration, so that no scan finds it. */
@EnableAutoConfiguration
@ComponentScan(basePackageClasses = {AccountTestApplication.class, GateRedis.class, RateLimits.class, Guards.class})
@Import({WebPlatform.class, AccountHttp.class})
class AccountTestApplication {
    @Bean(destroyMethod = "close")
    EmbeddedPostgres postgres() throws IOException {
        return EmbeddedPostgres.start();
    }

    @Bean
    DataSource dataSource(EmbeddedPostgres postgres) {
        return postgres.getPostgresDatabase();
    }

    @Bean
    AdjustableClock clock() {
        return new AdjustableClock();
    }
}
