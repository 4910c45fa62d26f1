package dev.flashsale.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.platform.WebPlatform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;

class SecuritySettingsTest {
    private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    JacksonAutoConfiguration.class,
                    WebMvcAutoConfiguration.class,
                    SecurityAutoConfiguration.class,
                    ServletWebSecurityAutoConfiguration.class))
            .withBean(java.time.Clock.class, java.time.Clock::systemUTC)
            .withUserConfiguration(WebPlatform.class);

    @Test
    void noServiceStartsWithoutASecret() {
        runner.run(context ->
                assertThat(context).getFailure().rootCause().hasMessageContaining("flashsale.security.jwt-secret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "31 bytes are one byte too few!!"})
    void noServiceStartsWithAShortSecret(String secret) {
        runner.withPropertyValues("flashsale.security.jwt-secret=" + secret)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("at least 32 bytes")
                        .hasMessageNotContaining("one byte too few"));
    }

    @Test
    void aServiceStartsWithALongSecretAndDoesNotPrintIt() {
        runner.withPropertyValues("flashsale.security.jwt-secret=" + ProbeApplication.SECRET)
                .run(context -> assertThat(context).hasNotFailed());
    }
}
