package dev.flashsale.command;

import dev.flashsale.platform.Platform;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Aggregates, the group-commit intake, accounts, and the REST API that changes things. Its package is searched for entities and
 * repositories whatever the application's own is; a narrower one inside it would find them twice.
 */
@AutoConfigurationPackage
@Configuration(proxyBeanMethods = false)
@Import(Platform.class)
@ComponentScan(
        excludeFilters =
                @ComponentScan.Filter(
                        type = org.springframework.context.annotation.FilterType.REGEX,
                        pattern = ".*Application"))
public class CommandSide {}
