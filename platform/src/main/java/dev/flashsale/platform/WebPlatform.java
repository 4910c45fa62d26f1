package dev.flashsale.platform;

import dev.flashsale.platform.hot.HotRoute;
import dev.flashsale.platform.json.StrictJson;
import dev.flashsale.platform.openapi.OpenApiDescription;
import dev.flashsale.platform.problem.ApiProblem;
import dev.flashsale.platform.security.CurrentUser;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/**
 * The part of {@link Platform} that needs no database: error answers, strict JSON, security, API description. A test of a
 * controller imports this one and supplies a {@link java.time.Clock}.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan(
        basePackages = "dev.flashsale.platform.address",
        basePackageClasses = {
            ApiProblem.class,
            StrictJson.class,
            CurrentUser.class,
            OpenApiDescription.class,
            HotRoute.class
        })
public class WebPlatform {}
