package dev.flashsale.auditor;

import dev.flashsale.platform.Platform;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** Everything of the auditor; for a process of its own, or for one that runs all services. */
@Configuration(proxyBeanMethods = false)
@Import(Platform.class)
@EnableConfigurationProperties(AuditorSettings.class)
@ComponentScan(excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Application"))
public class Auditor {}
