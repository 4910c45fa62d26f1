package dev.flashsale.probe;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** Runs a test class against {@link ProbeApplication}; classes so marked share one running server. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = ProbeApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.import=classpath:platform.yml",
            "spring.mvc.async.request-timeout=50ms",
            "flashsale.security.jwt-secret=" + ProbeApplication.SECRET
        })
@interface ProbeTest {}
