package dev.flashsale.query.storefront.stub;

import dev.flashsale.query.storefront.StorefrontPages;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** The storefront's pages over a stubbed API, on a port of its own. */
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class
})
@Import(StorefrontPages.class)
public class StubShop {
    /** Starts a shop with nothing to sell; close the context to stop it. */
    public static ConfigurableApplicationContext start() {
        SpringApplication application = new SpringApplication(StubShop.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        // the real service's settings ask for a database
        return application.run(
                "--spring.config.name=stub",
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.main.banner-mode=off");
    }

    /** Where the shop is. */
    public static String addressOf(ConfigurableApplicationContext context) {
        return "http://127.0.0.1:"
                + Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port"));
    }

    /** No looser than the policy that the services send with every answer. */
    @Bean
    Filter contentSecurityPolicy() {
        return (request, response, chain) -> {
            ((HttpServletResponse) response)
                    .setHeader(
                            "Content-Security-Policy",
                            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                                    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
            chain.doFilter(request, response);
        };
    }

    @Bean
    StubState stubState() {
        return new StubState();
    }

    @Bean
    RouterFunction<ServerResponse> stubApi(StubState state) {
        return new StubApi(state).routes();
    }
}
