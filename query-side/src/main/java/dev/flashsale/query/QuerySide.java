package dev.flashsale.query;

import dev.flashsale.platform.Platform;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Projections and the REST API that reads them. */
@Configuration(proxyBeanMethods = false)
@Import(Platform.class)
@ComponentScan(
        excludeFilters =
                @ComponentScan.Filter(
                        type = org.springframework.context.annotation.FilterType.REGEX,
                        pattern = ".*Application"))
public class QuerySide {}
