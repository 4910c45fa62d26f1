package dev.flashsale.process;

import dev.flashsale.platform.Platform;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The purchase process, the sale's own clock and payments. */
@Configuration(proxyBeanMethods = false)
@Import(Platform.class)
@ComponentScan(
        excludeFilters =
                @ComponentScan.Filter(
                        type = org.springframework.context.annotation.FilterType.REGEX,
                        pattern = ".*Application"))
public class SagaOrchestrator {}
