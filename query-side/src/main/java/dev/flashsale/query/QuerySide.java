package dev.flashsale.query;

import dev.flashsale.platform.Platform;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;

/** Projections and the REST API that reads them. */
@Configuration(proxyBeanMethods = false)
@Import(Platform.class)
@PropertySource("classpath:query-side.properties")
@ComponentScan(
        excludeFilters =
                @ComponentScan.Filter(
                        type = org.springframework.context.annotation.FilterType.REGEX,
                        pattern = ".*Application"))
public class QuerySide {}
