package dev.flashsale.platform.security;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.POST;

import jakarta.servlet.DispatcherType;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.access.IpAddressAuthorizationManager;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** The table of who may call what. What is not in it, nobody may call. */
final class Routes {
    private static final String[] PUBLIC_READS = {
        "/api/time",
        "/api/sales",
        "/api/sales/**",
        "/",
        "/index.html",
        "/merchant*",
        "/assets/**",
        "/favicon*",
        "/v3/api-docs",
        "/v3/api-docs/**",
        "/v3/api-docs.yaml",
        "/actuator/health",
        "/actuator/health/**",
        "/actuator/info"
    };
    private static final String[] PUBLIC_WRITES = {"/api/auth/register", "/api/auth/login", "/api/payments/callback"};

    private Routes() {}

    static void apply(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            List<String> metricsFrom) {
        // these carry on a request that was let in before
        requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                .permitAll();
        for (HttpMethod read : List.of(GET, HEAD)) {
            requests.requestMatchers(read, PUBLIC_READS).permitAll();
        }
        requests.requestMatchers(POST, PUBLIC_WRITES).permitAll();
        requests.requestMatchers(GET, "/actuator/prometheus", "/actuator/resilience")
                .access(metricsReaders(metricsFrom));
        requests.requestMatchers("/api/admin/projections/**").hasAnyRole(Role.MERCHANT.name(), Role.ANALYST.name());
        requests.requestMatchers(GET, "/api/admin/audit").hasAnyRole(Role.MERCHANT.name(), Role.ANALYST.name());
        requests.requestMatchers("/api/admin/**").hasRole(Role.MERCHANT.name());
        requests.requestMatchers("/api/**").authenticated();
        requests.anyRequest().denyAll();
    }

    private static AuthorizationManager<RequestAuthorizationContext> metricsReaders(List<String> networks) {
        AuthorizationManager<RequestAuthorizationContext> staff =
                AuthorityAuthorizationManager.hasAnyRole(Role.MERCHANT.name(), Role.ANALYST.name());
        Stream<AuthorizationManager<RequestAuthorizationContext>> near =
                networks.stream().map(IpAddressAuthorizationManager::hasIpAddress);
        return anyOf(Stream.concat(Stream.of(staff), near).toList());
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static AuthorizationManager<RequestAuthorizationContext> anyOf(
            List<AuthorizationManager<RequestAuthorizationContext>> managers) {
        return AuthorizationManagers.anyOf(managers.toArray(new AuthorizationManager[0]));
    }
}
