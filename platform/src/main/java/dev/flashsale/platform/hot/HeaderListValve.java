package dev.flashsale.platform.hot;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.http.MimeHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Lays Tomcat's own list of the answer's headers open to {@link HeaderBlock}: the Servlet API takes headers as text only. */
final class HeaderListValve extends ValveBase {
    private static final String ATTRIBUTE = HeaderListValve.class.getName();

    HeaderListValve() {
        super(true);
    }

    /** The list; null where something else than Tomcat serves. */
    static @Nullable MimeHeaders of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof MimeHeaders headers ? headers : null;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        request.setAttribute(ATTRIBUTE, response.getCoyoteResponse().getMimeHeaders());
        getNext().invoke(request, response);
    }

    /** Puts it into the server. */
    @Component
    static final class Installed implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {
        @Override
        public void customize(ConfigurableTomcatWebServerFactory factory) {
            factory.addEngineValves(new HeaderListValve());
        }
    }
}
