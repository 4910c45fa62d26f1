package dev.flashsale.query.testing;

import dev.flashsale.query.QuerySideApplication;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** The whole query side on real stores, with shorter pauses than in production. Tests share it: use ids of your own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        classes = QuerySideApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "flashsale.security.jwt-secret=only-for-tests-only-for-tests-only-for-tests",
            "flashsale.query.check-interval=200ms",
            "flashsale.query.heartbeat=300ms",
            "flashsale.query.local-copy=20ms",
            "flashsale.query.batch-size=50",
            // other tests have database 1 to themselves
            "flashsale.query.standby-database=2"
        })
@ContextConfiguration(initializers = TestStores.class)
@Import(Shop.class)
public @interface QuerySideTest {}
