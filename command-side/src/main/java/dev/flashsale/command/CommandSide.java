package dev.flashsale.command;

import dev.flashsale.platform.Platform;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Aggregates, the group-commit intake, accounts, and the REST API that changes things. */
@Configuration(proxyBeanMethods = false)
@Import(Platform.class)
@ComponentScan(
        excludeFilters =
                @ComponentScan.Filter(
                        type = org.springframework.context.annotation.FilterType.REGEX,
                        pattern = ".*Application"))
public class CommandSide {}
