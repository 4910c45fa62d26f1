package dev.flashsale.platform.hot;

import dev.flashsale.platform.security.BearerTokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Offers each request to the hot routes first. {@code flashsale.hot.enabled=false} leaves everything to Spring MVC. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
@ConditionalOnProperty(name = "flashsale.hot.enabled", matchIfMissing = true)
class HotFilter implements Filter, SmartInitializingSingleton {
    private record Registered(HotRoute route, HotMeters meters) {}

    private final ObjectProvider<HotRoute> beans;
    private final ObjectProvider<MeterRegistry> registries;
    private final BearerTokens tokens;
    private volatile List<Registered> routes = List.of();

    HotFilter(ObjectProvider<HotRoute> beans, BearerTokens tokens, ObjectProvider<MeterRegistry> registries) {
        this.beans = beans;
        this.tokens = tokens;
        this.registries = registries;
    }

    /** Not before: the container makes its filters first, and a route needs half of the application. */
    @Override
    public void afterSingletonsInstantiated() {
        MeterRegistry registry = registries.getIfAvailable(SimpleMeterRegistry::new);
        routes = beans.orderedStream()
                .map(route -> new Registered(route, new HotMeters(registry, route.name())))
                .toList();
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ServletRequest onwards = request;
        if (request instanceof HttpServletRequest ask
                && response instanceof HttpServletResponse answer
                && ask.getRequestURI().startsWith("/api/")) {
            long nowNanos = System.nanoTime();
            for (Registered registered : routes) {
                HotExchange exchange =
                        new HotExchange(ask, answer, tokens, registered.meters().start(nowNanos));
                if (registered.route().serve(exchange)) {
                    return;
                }
                ask = exchange.untouched();
            }
            onwards = ask;
        }
        chain.doFilter(onwards, response);
    }
}
