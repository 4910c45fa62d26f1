package dev.flashsale.platform.address;

import java.util.List;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Makes a request's remote address the client's, also behind the proxies that {@code flashsale.trusted-proxies} names (CIDR).
 * Only what these say in X-Forwarded-For is believed, read from right to left up to the first address that is none of them:
 * whatever stands further left anybody can have written. X-Forwarded-Proto is believed likewise. By default there is no such
 * proxy, and the headers mean nothing.
 */
@Component
class ClientAddress implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {
    private final List<String> proxies;

    ClientAddress(@Value("${flashsale.trusted-proxies:}") List<String> proxies) {
        // plain Spring makes a list of one empty text where nothing is set
        this.proxies = proxies.stream().filter(proxy -> !proxy.isBlank()).toList();
        for (String proxy : this.proxies) {
            // without a slash Tomcat would take it, and every other, for a regular expression
            if (!proxy.matches("[0-9a-fA-F.:]+/\\d{1,3}")) {
                throw new IllegalArgumentException(
                        "flashsale.trusted-proxies: \"" + proxy + "\" is no network, as 10.0.0.7/32 is");
            }
        }
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        if (!proxies.isEmpty()) {
            factory.addEngineValves(valve());
        }
    }

    RemoteIpValve valve() {
        RemoteIpValve valve = new RemoteIpValve();
        // its own default trusts every private network
        valve.setInternalProxies(String.join(",", proxies));
        return valve;
    }
}
