package dev.flashsale.command.account;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** Runs a test class against {@link AccountTestApplication}; classes so marked share one server and one database. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = AccountTestApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.import=classpath:platform.yml",
            "flashsale.security.jwt-secret=a secret for tests, of more than 32 bytes",
            "flashsale.accounts.bcrypt-strength=5",
            "flashsale.accounts.max-failures=3",
            "flashsale.accounts.bootstrap.merchant-username=Merchant",
            "flashsale.accounts.bootstrap.merchant-password=merchant-password",
            "flashsale.accounts.bootstrap.analyst-username=analyst",
            "flashsale.accounts.bootstrap.analyst-password=analyst-password",
        })
@interface AccountTest {}
